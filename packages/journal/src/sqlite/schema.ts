// The database's schema, its versions, and the refusal of files that are not ours.

import { JournalRefused } from "../journal-refused.js";
import { asError, sqliteCode } from "./connection.js";
import type { Statement, WriteConnection } from "./connection.js";

/** "WHLD", at a fixed place in the file's header. */
const applicationId = 0x57484c44;

/** Counts up with every change of the tables. */
const schemaVersion = 1;

// Blobs throughout: they come back byte for byte. `hash` before `bytes`, which may run over to other pages.
const tables = `
  CREATE TABLE record (
    revision INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE secret (name BLOB PRIMARY KEY NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;`;

const identity = `SELECT (SELECT application_id FROM pragma_application_id),
  (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`;

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
    const statement = await connection.prepare(identity);
    return judge(file, statement.raw().get([]));
  } catch (thrown) {
    throw notADatabase(file, thrown);
  }
}

/** Makes the tables in an empty file; one transaction, so that a crash leaves it empty. */
export async function createSchema(connection: WriteConnection): Promise<void> {
  return connection.exec(
    `BEGIN IMMEDIATE; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`,
  );
}
