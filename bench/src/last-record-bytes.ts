// How large records are, so that a floor stores as much.

import { openSqliteJournalForReading } from "@withhold/journal";

export async function lastRecordBytes(dataDirectory: string): Promise<number> {
  const journal = await openSqliteJournalForReading(dataDirectory);
  try {
    const { revision } = await journal.head();
    for await (const { bytes } of journal.read(revision - 1)) return bytes.length;
  } finally {
    await journal.close();
  }
  throw new Error("the journal holds no record");
}
