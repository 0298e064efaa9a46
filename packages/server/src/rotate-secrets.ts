// Changes the sealing key of a data directory whose server is stopped: every secret sealed anew, in one transaction.

import {
  createNextSealingKey,
  deriveKey,
  dropCheckpoint,
  loadSealingKey,
  openSqliteJournal,
  seal,
  settleNextSealingKey,
  unseal,
} from "@withhold/journal";
import type { Journal, JournalReader, SecretChange } from "@withhold/journal";
import { randomUUID } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { decodeRecord, encodeRecord } from "./cell/record.js";

export interface Rotation {
  readonly dataDirectory: string;
  /** Both from outside, else both are files of the data directory. */
  readonly keys?: { readonly current: KeyObject; readonly next: KeyObject };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Whenever it is killed, the next start finds all secrets under one key and that key in place: a key from the directory
 * waits beside the old one until the transaction is durable. Returns how many secrets there are. Rejects with
 * `JournalRefused` (`in-use`) while a server runs, and where the current key does not open every secret.
 */
export async function rotateSecrets({ dataDirectory, keys, now }: Rotation): Promise<number> {
  const journal = await openSqliteJournal(dataDirectory);
  try {
    const settle = async (): Promise<void> =>
      settleNextSealingKey(dataDirectory, async (next) => opensSecrets(journal, next));
    await settle();
    const current = keys?.current ?? (await loadSealingKey(dataDirectory, { create: false }));
    const secrets = await openAll(journal, current);
    const next = keys?.next ?? (await createNextSealingKey(dataDirectory));
    // Sealed under the old key: whoever starts next reads the journal instead.
    await dropCheckpoint(dataDirectory);
    await append(journal, resealed(secrets, next), now);
    await settle();
    return secrets.size;
  } finally {
    await journal.close();
  }
}

/** Whether what is kept is under this key. All secrets always are under one. */
export async function opensSecrets(journal: JournalReader, sealingKey: KeyObject): Promise<boolean> {
  const key = deriveKey(sealingKey, "secrets");
  for await (const { name, sealed } of journal.secrets()) {
    try {
      unseal(key, name, sealed);
      return true;
    } catch {
      return false;
    }
  }
  return false;
}

async function openAll(journal: Journal, sealingKey: KeyObject): Promise<ReadonlyMap<string, Buffer>> {
  const key = deriveKey(sealingKey, "secrets");
  const secrets = new Map<string, Buffer>();
  for await (const { name, sealed } of journal.secrets()) secrets.set(name, unseal(key, name, sealed));
  return secrets;
}

function resealed(secrets: ReadonlyMap<string, Buffer>, sealingKey: KeyObject): readonly SecretChange[] {
  const key = deriveKey(sealingKey, "secrets");
  return Array.from(secrets, ([put, secret]) => ({ put, sealed: seal(key, put, secret) }));
}

/** The record says that it happened; the secrets change in its transaction. */
async function append(journal: Journal, secrets: readonly SecretChange[], now: number): Promise<void> {
  const { revision } = await journal.head();
  if (revision === 0) throw new Error("the data directory holds no record, so there is nothing to rotate");
  let time = now;
  // Time never runs backwards in a journal.
  for await (const { bytes } of journal.read(revision - 1)) time = Math.max(time, decodeRecord(bytes).time);
  const record = encodeRecord({
    revision: revision + 1,
    id: randomUUID(),
    time,
    operation: "RotateSecrets",
    actor: { system: "rotation" },
    requestId: randomUUID(),
    events: [{ type: "secrets.rotated" }],
  });
  const result = await journal.append(revision, [record], secrets);
  if (result.outcome === "appended") return;
  const cause = "cause" in result ? result.cause : undefined;
  throw new Error(`the journal did not say that it took the rotation (${result.outcome}); run this again`, {
    cause,
  });
}
