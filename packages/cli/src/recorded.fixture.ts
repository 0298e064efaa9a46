// What a journal says, read beside whoever writes it.

import { openSqliteJournalForReading } from "@withhold/journal";

export interface RecordedEvent {
  readonly type: string;
  readonly accountId?: string;
  readonly parentId?: string;
  readonly unitId?: string;
  readonly policyId?: string;
  readonly targetId?: string;
  readonly content?: string;
  readonly requestId?: string;
}

export interface Recorded {
  readonly operation: string;
  readonly requestId: string;
  readonly events: readonly RecordedEvent[];
}

/** Every record behind a revision, in order. */
export async function recordedIn(dataDirectory: string, after = 0): Promise<readonly Recorded[]> {
  const journal = await openSqliteJournalForReading(dataDirectory);
  const records: Recorded[] = [];
  try {
    for await (const { bytes } of journal.read(after))
      records.push(JSON.parse(Buffer.from(bytes).toString()) as Recorded);
  } finally {
    await journal.close();
  }
  return records;
}
