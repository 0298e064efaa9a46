// A server of our own for one test file: in this process, on a free port, in a directory of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsCatalogue } from "@withhold/policy";
import { createLogger, credentialsFile, defaultQuotas, serve } from "@withhold/server";
import type { Quotas, RateLimits, RunningServer } from "@withhold/server";
import { RecordedCalls } from "./coverage/recorded-calls.js";

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Temporary ones come with a token. */
export interface SigningKey extends AccessKey {
  readonly sessionToken?: string;
}

export interface RunningCell {
  readonly server: RunningServer;
  readonly accountId: string;
  /** The root key of the first account: `rootKey`. */
  readonly key: AccessKey;
  readonly dataDirectory: string;
  /** As the server wrote it. */
  readonly credentialsFile: string;
  /** What it was asked for, and by whom. */
  readonly calls: RecordedCalls;
  /** Stops the server; the directory goes with it. */
  readonly stop: () => Promise<void>;
}

export const rootKey: AccessKey = {
  accessKeyId: "AKIAWITHHOLDCONFORMS",
  secretAccessKey: "conformance/secret+key/of/the/first/user0",
};

/** What a test sets other than as `withhold serve` does. */
export interface CellSettings {
  readonly quotas?: Partial<Quotas>;
  readonly rateLimits?: RateLimits;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  /** Writes the journal that the server starts on; gives its first account and the root key of it. */
  readonly writeJournal?: (dataDirectory: string) => Promise<FirstAccount>;
}

interface FirstAccount {
  readonly accountId: string;
  readonly key: AccessKey;
}

export async function startCell(settings: CellSettings = {}): Promise<RunningCell> {
  const { quotas, rateLimits = new Map(), clock = Date.now, writeJournal } = settings;
  const dataDirectory = mkdtempSync(join(tmpdir(), "withhold-conformance-"));
  const { accountId, key } = (await writeJournal?.(dataDirectory)) ?? {
    accountId: "111122223333",
    key: rootKey,
  };
  const server = await serve({
    dataDirectory,
    host: "127.0.0.1",
    port: 0,
    example: false,
    catalogue: awsCatalogue,
    quotas: { ...defaultQuotas, ...quotas },
    rateLimits,
    firstAccount: { accountId, ...key },
    sealingKey: undefined,
    clock,
    log: createLogger("silent"),
  });
  const calls = new RecordedCalls(Number(new URL(server.url).port));
  const stop = async (): Promise<void> => {
    calls.close();
    await server.close();
    rmSync(dataDirectory, { recursive: true });
  };
  return {
    server,
    accountId,
    key,
    dataDirectory,
    credentialsFile: credentialsFile(dataDirectory),
    calls,
    stop,
  };
}
