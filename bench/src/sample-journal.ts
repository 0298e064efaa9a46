// A data directory whose journal holds given operations, as if a server had recorded them.

import { randomUUID } from "node:crypto";
import type { IdentityEvent } from "@withhold/identity";
import { deriveKey, loadSealingKey, openSqliteJournal, seal } from "@withhold/journal";
import type { Journal, NewRecord, SecretChange } from "@withhold/journal";
import type { DomainEvent } from "@withhold/organization";
import { serve } from "@withhold/server";
import { accessKeyId } from "./credentials.js";
import { managementAccountId } from "./sample-organization.js";
import { serverOptions } from "./server-options.js";

interface RecordedOperation {
  readonly operation: string;
  readonly events: readonly (DomainEvent | IdentityEvent)[];
}

const recordsPerAppend = 1000;

/** The first start is a real one; what follows is appended behind it. Returns the revision of the last record. */
export async function writeSampleJournal(
  dataDirectory: string,
  operations: Iterable<RecordedOperation>,
  secrets: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  await (await serve(serverOptions(dataDirectory))).close();
  const journal = await openSqliteJournal(dataDirectory);
  try {
    const key = deriveKey(await loadSealingKey(dataDirectory, { create: false }), "secrets");
    const sealed = Array.from(secrets, ([put, secret]) => ({
      put,
      sealed: seal(key, put, Buffer.from(secret)),
    }));
    return await appendAll(journal, operations, sealed);
  } finally {
    await journal.close();
  }
}

async function appendAll(
  journal: Journal,
  operations: Iterable<RecordedOperation>,
  secrets: readonly SecretChange[],
): Promise<number> {
  const envelope = await firstEnvelope(journal);
  const { revision: first } = await journal.head();
  let revision = first;
  let batch: NewRecord[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { outcome } = await journal.append(revision, batch, revision === first ? secrets : []);
    if (outcome !== "appended") throw new Error(`the journal answered \`${outcome}\` to a sample`);
    revision += batch.length;
    batch = [];
  };
  for (const { operation, events } of operations) {
    const id = randomUUID();
    const record = { ...envelope, revision: revision + batch.length + 1, id, operation, events };
    batch.push({ id, bytes: Buffer.from(JSON.stringify({ ...record, requestId: randomUUID() })) });
    if (batch.length === recordsPerAppend) await flush();
  }
  await flush();
  return revision;
}

/** The record of the first start is the pattern of all others, so that the form of records is known to the server alone. */
async function firstEnvelope(journal: Journal): Promise<object> {
  for await (const { bytes } of journal.read(0)) {
    const envelope = JSON.parse(Buffer.from(bytes).toString("utf8")) as object;
    return { ...envelope, actor: { accountId: managementAccountId, accessKeyId } };
  }
  throw new Error("the first start left no record");
}
