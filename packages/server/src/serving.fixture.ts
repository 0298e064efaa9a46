// A whole server for tests: over real HTTP, in its own directory, with its log caught.

import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { defaultQuotas } from "@withhold/organization";
import { awsCatalogue } from "@withhold/policy";
import { readFile } from "node:fs/promises";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { credentialsFile } from "./credentials-file.js";
import type { RootAccessKey } from "./cell/standalone-account.js";
import { serve } from "./serve.js";
import type { RunningServer, ServeOptions } from "./serve.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

export interface Serving extends RunningServer {
  readonly dataDirectory: string;
  readonly keys: RootAccessKey;
  /** Lines of the log, every level. */
  readonly log: readonly string[];
  /** The SDK's client, one attempt per call. */
  readonly client: (region?: string) => OrganizationsClient;
}

/** Closed, with its clients, when the test is over. */
export async function serving(change: Partial<ServeOptions> = {}): Promise<Serving> {
  const { dataDirectory = temporaryDirectory() } = change;
  const log: string[] = [];
  const server = await serve({
    dataDirectory,
    host: "127.0.0.1",
    port: 0,
    example: false,
    catalogue: awsCatalogue,
    quotas: defaultQuotas,
    firstAccount: {},
    sealingKey: undefined,
    clock: Date.now,
    log: pino({ level: "debug" }, { write: (line) => log.push(line) }),
    ...change,
  });
  const clients: OrganizationsClient[] = [];
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const client of clients) client.destroy();
    await (closing ??= server.close());
  };
  onTestFinished(close);
  const keys =
    change.firstAccount?.secretAccessKey === undefined ? await keysIn(dataDirectory) : given(change);
  const client = (region = "us-east-1"): OrganizationsClient => {
    const made = new OrganizationsClient({ endpoint: server.url, region, credentials: keys, maxAttempts: 1 });
    clients.push(made);
    return made;
  };
  return { ...server, cell: server.cell, close, dataDirectory, keys, log, client };
}

/** What a `credentials` file says, by name. */
export async function credentialsIn(dataDirectory: string): Promise<Record<string, string>> {
  const text = await readFile(credentialsFile(dataDirectory), "utf8");
  const pairs = text.split("\n").filter((line) => line.includes(" = "));
  return Object.fromEntries(pairs.map((line) => line.split(" = ", 2) as [string, string]));
}

async function keysIn(dataDirectory: string): Promise<RootAccessKey> {
  const { aws_access_key_id: accessKeyId = "", aws_secret_access_key: secretAccessKey = "" } =
    await credentialsIn(dataDirectory);
  return { accessKeyId, secretAccessKey };
}

function given({ firstAccount }: Partial<ServeOptions>): RootAccessKey {
  return {
    accessKeyId: firstAccount?.accessKeyId ?? "",
    secretAccessKey: firstAccount?.secretAccessKey ?? "",
  };
}
