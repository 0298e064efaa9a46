// Verifies what a checkpoint stood for while the server answers already, a little at a time.

import { JournalDamaged, genesis, recordEnvelope, verifyRecord } from "@withhold/journal";
import type { Head, JournalReader } from "@withhold/journal";
import { setImmediate } from "node:timers/promises";

/** Takes a millisecond; requests are answered between two slices. */
const recordsPerSlice = 128;

/** Follows the chain from the first record to `unverified`. Throws `JournalDamaged` where it does not lead there. */
export async function verifyBehind(
  journal: JournalReader,
  unverified: Head,
  isClosing: () => boolean,
): Promise<void> {
  let head = genesis;
  if (unverified.revision === 0) return;
  for await (const record of journal.read(0)) {
    const verdict = verifyRecord(head, record, { head: unverified, identify: recordEnvelope });
    if (!verdict.ok) throw new JournalDamaged(verdict.revision, verdict.what);
    head = verdict.head;
    if (head.revision === unverified.revision || isClosing()) return;
    if (head.revision % recordsPerSlice === 0) await setImmediate();
  }
}
