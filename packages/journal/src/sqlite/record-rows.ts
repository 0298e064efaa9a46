// Reads records from SQLite, many to a row.

import { genesis } from "../head.js";
import type { Head, Revision } from "../head.js";
import type { JournalRecord, SealedSecret } from "../journal.js";
import { JournalDamaged } from "../journal-damaged.js";
import { missingRecord } from "../missing-record.js";
import { asError, sqliteCode } from "./connection.js";
import type { Parameter, ReadConnection, ReadStatement, Statement } from "./connection.js";

const hashBytes = 32;

/** Around 100 kB of ordinary records: longer pages are no quicker, and this one blocks the event loop for half a millisecond. */
const pageRecordsMax = 256;

/** What a page may take in memory, give or take the ids: large records make pages of fewer. */
const pageBytesMax = 4 * 1024 * 1024;

// libsql takes some 2 µs for every value it hands over, five times what reading one costs. So a page of records is one
// row: a line of lengths, and one blob of `hash ‖ id ‖ bytes` per record, all joined. Concatenation keeps every byte.
const packed = `SELECT
    group_concat(revision || ' ' || length(hash) || ' ' || length(id) || ' ' || length(bytes), ' '),
    CAST(group_concat(hash || id || bytes, '') AS BLOB)
  FROM`;

/** How many records a page behind `?1` has, judged by the longest that it could hold. Lengths are read without the bytes. */
const pageRecords = `SELECT max(1, min(${pageRecordsMax}, coalesce(${pageBytesMax} / max(size), ${pageRecordsMax})))
  FROM (SELECT length(bytes) AS size FROM record WHERE revision > ?1 ORDER BY revision LIMIT ${pageRecordsMax})`;

/** Synchronous: each call is over before another begins, so one statement serves any number of readers. */
export interface RecordRows {
  head(): Head;
  /** Some records behind `after`, gapless; none at the end. */
  page(after: Revision): readonly JournalRecord[];
  find(id: Uint8Array): JournalRecord | undefined;
  secrets(): readonly SealedSecret[];
}

/** INVARIANT: every byte of `body` belongs to exactly one record, or the page is refused. */
function unpack(lengths: string, body: Buffer): readonly JournalRecord[] {
  const numbers = lengths.split(" ").map(Number);
  const records: JournalRecord[] = [];
  let offset = 0;
  for (let index = 0; index < numbers.length; index += 4) {
    const revision = numbers[index] ?? 0;
    const idLength = numbers[index + 2] ?? 0;
    const length = numbers[index + 3] ?? 0;
    if (numbers[index + 1] !== hashBytes) throw new JournalDamaged(revision, "its hash is not 32 bytes long");
    const idStart = offset + hashBytes;
    const start = idStart + idLength;
    const hash = body.toString("hex", offset, idStart);
    offset = start + length;
    records.push({
      revision,
      id: body.toString("latin1", idStart, start),
      bytes: body.subarray(start, offset),
      hash,
    });
  }
  if (offset !== body.length) throw new JournalDamaged(records[0]?.revision ?? 0, "its row does not add up");
  return records;
}

function read(statement: Statement, parameters: readonly Parameter[], revision: Revision) {
  try {
    const [lengths, body] = statement.get(parameters) ?? [];
    if (typeof lengths !== "string") return [];
    if (!Buffer.isBuffer(body)) throw new JournalDamaged(revision, "its row does not add up");
    return unpack(lengths, body);
  } catch (thrown) {
    const cause = asError(thrown);
    if (sqliteCode(cause)?.startsWith("SQLITE_CORRUPT") !== true) throw cause;
    throw new JournalDamaged(revision, `it, or one soon after it, cannot be read: ${cause.message}`, {
      cause,
    });
  }
}

function refuseGap(after: Revision, records: readonly JournalRecord[]): readonly JournalRecord[] {
  for (const [index, { revision }] of records.entries()) {
    const expected = after + 1 + index;
    const wrong = missingRecord(expected, revision);
    if (wrong !== undefined) throw new JournalDamaged(expected, wrong);
  }
  return records;
}

/** Prepares the journal's queries on a connection; the schema must be there. */
export function recordRows(connection: ReadConnection): RecordRows {
  const prepare = (sql: string): ReadStatement => connection.prepare(sql).raw();
  const page = prepare(
    `${packed} (SELECT * FROM record WHERE revision > ?1 ORDER BY revision LIMIT (${pageRecords}))`,
  );
  const find = prepare(`${packed} record WHERE id = ? AND revision > 0`);
  const beforeFirst = prepare("SELECT revision FROM record WHERE revision < 1 ORDER BY revision LIMIT 1");
  const last = prepare(`${packed} (SELECT * FROM record ORDER BY revision DESC LIMIT 1)`);
  const secrets = prepare("SELECT CAST(name AS BLOB), CAST(sealed AS BLOB) FROM secret");
  // The schema refuses such a row; whoever edits the file can have one, where the chain does not reach.
  const refuseBeforeFirst = (): void => {
    const [revision] = beforeFirst.get([]) ?? [];
    if (typeof revision !== "number") return;
    throw new JournalDamaged(revision, "a record stands before the first, where nothing is ever recorded");
  };
  return {
    head: () => {
      refuseBeforeFirst();
      const [record] = read(last, [], 0);
      return record === undefined ? genesis : { revision: record.revision, hash: record.hash };
    },
    page: (after) => {
      if (after === 0) refuseBeforeFirst();
      return refuseGap(after, read(page, [after], after + 1));
    },
    find: (id) => read(find, [id], 0)[0],
    secrets: () =>
      secrets.all([]).map(([name, sealed]) => {
        if (!Buffer.isBuffer(name) || !Buffer.isBuffer(sealed))
          throw new Error("a secret is not stored as bytes");
        return { name: name.toString("utf8"), sealed };
      }),
  };
}
