// How the server is set up for every figure: as `withhold serve` does it, with quotas out of the way.

import { awsCatalogue } from "@withhold/policy";
import { createLogger, defaultQuotas } from "@withhold/server";
import type { ServeOptions } from "@withhold/server";
import { accessKeyId, secretAccessKey } from "./credentials.js";
import { managementAccountId } from "./sample-organization.js";
import { benchLogLevel } from "./setting.js";

export function serverOptions(dataDirectory: string): ServeOptions {
  return {
    dataDirectory,
    host: "127.0.0.1",
    port: 0,
    example: false,
    catalogue: awsCatalogue,
    quotas: { ...defaultQuotas, policiesPerTypeMax: 1_000_000_000, accountsMax: 1_000_000_000 },
    firstAccount: { accountId: managementAccountId, accessKeyId, secretAccessKey },
    sealingKey: undefined,
    clock: Date.now,
    log: createLogger(benchLogLevel),
  };
}
