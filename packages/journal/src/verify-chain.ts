// Checks that a journal's records are those that were appended: nothing edited, removed, moved or, given a head, cut.
// The chain has no key: whoever can write the file can chain a record of their own onto the end. A head kept elsewhere
// proves everything up to it, and nothing after it.

import { genesis } from "./head.js";
import type { Head, Revision } from "./head.js";
import type { JournalRecord } from "./journal.js";
import { JournalDamaged } from "./journal-damaged.js";
import { missingRecord } from "./missing-record.js";
import type { RecordIdentity } from "./record-envelope.js";
import { recordHash } from "./record-hash.js";

/** `head`: where the records end. `revision`: the first that is wrong, and `what` about it. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: Head }
  | { readonly ok: false; readonly revision: Revision; readonly what: string };

/** What a verification may be given beyond the records. */
export interface VerifyOptions {
  /**
   * A head kept elsewhere: proves everything up to it, and nothing after it. Without one, neither a cut tail nor a
   * wholly rewritten chain can be told; with or without, a record chained onto the end by another hand cannot.
   */
  readonly head?: Head;
  /** Reads revision and id out of a record's bytes, to be compared with its columns: `recordEnvelope`. */
  readonly identify?: (bytes: Uint8Array) => RecordIdentity | undefined;
}

/** What is wrong where a record is filed under another place or id than its bytes state; `undefined` where they agree. */
export function misfiledRecord(
  record: JournalRecord,
  stated: RecordIdentity | undefined,
): string | undefined {
  if (stated === undefined) return "its bytes do not state its revision and id";
  if (stated.revision !== record.revision) return `its bytes state revision ${stated.revision}`;
  if (stated.id !== record.id)
    return `it is filed under the id \`${record.id}\`, its bytes state \`${stated.id}\``;
  return undefined;
}

/** Follows the chain by one record: `previous` is the head before it. Pure; for whoever folds and verifies in one pass. */
export function verifyRecord(
  previous: Head,
  record: JournalRecord,
  { head, identify }: VerifyOptions = {},
): ChainVerdict {
  const revision = previous.revision + 1;
  const wrong = (what: string): ChainVerdict => ({ ok: false, revision, what });
  const missing = missingRecord(revision, record.revision);
  if (missing !== undefined) return wrong(missing);
  if (recordHash(previous.hash, record.bytes) !== record.hash) {
    return wrong("its hash is not that of its bytes after the record before it: edited, moved or replaced");
  }
  if (identify !== undefined) {
    const misfiled = misfiledRecord(record, identify(record.bytes));
    if (misfiled !== undefined) return wrong(misfiled);
  }
  if (head?.revision === revision && head.hash !== record.hash) {
    return wrong(
      `its hash is ${record.hash}, not that of the head given: this record or one before it was rewritten`,
    );
  }
  return { ok: true, head: { revision, hash: record.hash } };
}

/** Verifies a whole journal, `journal.read(0)`, from its first record on. Errors other than `JournalDamaged` are thrown. */
export async function verifyChain(
  records: AsyncIterable<JournalRecord> | Iterable<JournalRecord>,
  options: VerifyOptions = {},
): Promise<ChainVerdict> {
  const given = options.head;
  if (given?.revision === 0 && given.hash !== genesis.hash) {
    return { ok: false, revision: 0, what: "the head given at revision 0 is not that of an empty journal" };
  }
  let head = genesis;
  try {
    for await (const record of records) {
      const verdict = verifyRecord(head, record, options);
      if (!verdict.ok) return verdict;
      head = verdict.head;
    }
  } catch (error) {
    if (!(error instanceof JournalDamaged)) throw error;
    return { ok: false, revision: error.revision, what: error.what };
  }
  if (given !== undefined && given.revision > head.revision) {
    const what = `the journal ends before it: it was cut, the head given is at revision ${given.revision}`;
    return { ok: false, revision: head.revision + 1, what };
  }
  return { ok: true, head };
}
