// The database's schema, its versions, and the refusal of files that are not ours.

import { JournalRefused } from "../journal-refused.js";
import { asError, sqliteCode } from "./connection.js";
import type { Statement, WriteConnection } from "./connection.js";

/** "WHLD", at a fixed place in the file's header. */
const applicationId = 0x57484c44;

/** Counts up with every change of the tables. */
const schemaVersion = 1;

// By name. Blobs throughout: they come back byte for byte. `hash` before `bytes`, which may run over to other pages.
const tables = new Map([
  [
    "record",
    `CREATE TABLE record (
      revision INTEGER PRIMARY KEY CHECK (revision > 0),
      id BLOB NOT NULL UNIQUE,
      hash BLOB NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT`,
  ],
  [
    "secret",
    "CREATE TABLE secret (name BLOB PRIMARY KEY NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
  ],
]);

const identity = `SELECT (SELECT application_id FROM pragma_application_id),
  (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`;

// SQLite keeps the text of every statement as it was given. Without: indexes that it makes itself, and what ANALYZE leaves.
// One value, as bytes: see `connection.ts`.
const parts = `SELECT CAST(json_group_array(json_array(type, name, sql)) AS BLOB) FROM sqlite_schema
  WHERE sql IS NOT NULL AND NOT (type = 'table' AND name LIKE 'sqlite^_stat_' ESCAPE '^')`;

type SchemaState = "current" | "empty";

/** Judges what `identity` selected. Throws `JournalRefused`. */
function judge(file: string, row: readonly unknown[] | undefined): SchemaState {
  const [application, version, tableCount] = row ?? [];
  if (application === 0 && version === 0 && tableCount === 0) return "empty";
  if (application !== applicationId || typeof version !== "number" || version < 1) {
    throw new JournalRefused(
      "not-a-journal",
      `\`${file}\` is a database of another program: name another data directory`,
    );
  }
  if (version > schemaVersion) {
    throw new JournalRefused(
      "newer",
      `\`${file}\` was written by a newer version (schema ${version}, this program knows ${schemaVersion}): upgrade this program`,
    );
  }
  return "current";
}

/** Refuses a journal with anything foreign in it, a trigger say, that could make an append do something else than it says. */
function refuseForeign(file: string, row: readonly unknown[] | undefined): void {
  const [json] = row ?? [];
  // INVARIANT: what `parts` selects.
  const found = JSON.parse(String(json)) as readonly (readonly [type: string, name: string, sql: string])[];
  const faults = [
    ...found
      .filter(([, name, sql]) => tables.get(name) !== sql)
      .map(([type, name]) => `the ${type} \`${name}\` is not what this program makes`),
    ...[...tables.keys()]
      .filter((table) => !found.some(([, name]) => name === table))
      .map((table) => `the table \`${table}\` is missing`),
  ];
  if (faults.length === 0) return;
  throw new JournalRefused(
    "not-a-journal",
    `\`${file}\` is no journal of this program: ${faults.join(", ")}; restore it from a backup`,
  );
}

function notADatabase(file: string, thrown: unknown): Error {
  const cause = asError(thrown);
  if (cause instanceof JournalRefused || sqliteCode(cause) !== "SQLITE_NOTADB") return cause;
  return new JournalRefused(
    "not-a-journal",
    `\`${file}\` is not a journal: ${cause.message}; restore it from a backup, or name another data directory`,
    { cause },
  );
}

/** Whether the file holds a journal or nothing at all. `prepare` may belong to either kind of connection. */
export async function inspectSchema(
  file: string,
  connection: { prepare(sql: string): Statement | Promise<Statement> },
): Promise<SchemaState> {
  try {
    const state = judge(file, (await connection.prepare(identity)).raw().get([]));
    if (state === "current") refuseForeign(file, (await connection.prepare(parts)).raw().get([]));
    return state;
  } catch (thrown) {
    throw notADatabase(file, thrown);
  }
}

/** Makes the tables in an empty file; one transaction, so that a crash leaves it empty. */
export async function createSchema(connection: WriteConnection): Promise<void> {
  return connection.exec(
    `BEGIN IMMEDIATE; ${[...tables.values()].join("; ")}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`,
  );
}
