// Reads and verifies the journal of a data directory, for `withhold journal verify`.

import {
  JournalDamaged,
  JournalRefused,
  formatHead,
  openSqliteJournalForReading,
  parseHead,
  recordEnvelope,
  verifyChain,
} from "@withhold/journal";
import type { ChainVerdict, Head, JournalReader, JournalRecord } from "@withhold/journal";
import { CommandError, exitCode } from "./exit-code.js";
import { progress } from "./progress.js";
import type { Terminal } from "./terminal.js";

/** `head` as `REVISION:HASH`; `what` says what is wrong with the record of that revision. */
export type Verdict =
  | { readonly ok: true; readonly revision: number; readonly head: string }
  | { readonly ok: false; readonly revision: number; readonly what: string };

/**
 * `head` is one kept earlier, which the journal must still contain: it proves everything up to it, and nothing after
 * it, where anybody who can write the file can chain on records. Throws `CommandError` where nothing can be read.
 */
export async function verifyJournal(
  dataDirectory: string,
  head: string | undefined,
  terminal: Terminal,
): Promise<Verdict> {
  const verdict = await verify(dataDirectory, head === undefined ? undefined : readHead(head), terminal);
  if (!verdict.ok) return verdict;
  return { ok: true, revision: verdict.head.revision, head: formatHead(verdict.head) };
}

function readHead(text: string): Head {
  const head = parseHead(text);
  if (head !== undefined) return head;
  throw new CommandError(
    exitCode.usage,
    `head \`${text}\`: expected REVISION:HASH, such as the last line of an earlier verify`,
  );
}

async function verify(
  dataDirectory: string,
  head: Head | undefined,
  terminal: Terminal,
): Promise<ChainVerdict> {
  let journal: JournalReader;
  try {
    journal = await openSqliteJournalForReading(dataDirectory);
  } catch (error) {
    if (error instanceof JournalRefused) throw new CommandError(exitCode.failed, error.message);
    throw error;
  }
  try {
    const { revision } = await journal.head();
    const records = watched(journal.read(0), revision, terminal);
    return await verifyChain(records, { identify: recordEnvelope, ...(head === undefined ? {} : { head }) });
  } catch (error) {
    if (error instanceof JournalDamaged) return { ok: false, revision: error.revision, what: error.what };
    throw error;
  } finally {
    await journal.close();
  }
}

async function* watched(
  records: AsyncIterable<JournalRecord>,
  total: number,
  terminal: Terminal,
): AsyncIterable<JournalRecord> {
  const bar = progress(terminal, "verifying", total);
  let count = 0;
  try {
    for await (const record of records) {
      yield record;
      count += 1;
      bar.at(count);
    }
  } finally {
    bar.done();
  }
}
