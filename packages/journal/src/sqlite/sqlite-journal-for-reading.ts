// Opens a SQLite journal to read it only, beside a server that writes to it or without one.

import { existsSync } from "node:fs";
import type { JournalReader } from "../journal.js";
import { JournalRefused } from "../journal-refused.js";
import { asError, closedOnError, openForReading, sqliteCode } from "./connection.js";
import { dataDirectory } from "./data-directory.js";
import type { DataDirectory } from "./data-directory.js";
import { inspectSchema } from "./schema.js";
import { sqliteReader } from "./sqlite-reader.js";

const cannotMakeFiles = new Set(["SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY_CANTINIT"]);

/**
 * `undefined` where the file is empty. SQLite reads a live log through a file that it makes beside it. On read-only
 * media a journal without a log is read as it is.
 */
async function openReader(directory: DataDirectory): Promise<JournalReader | undefined> {
  const attempt = async (immutable: boolean) =>
    closedOnError(openForReading(directory.database, { immutable }), async (connection) => {
      connection.exec("PRAGMA busy_timeout = 5000");
      const state = await inspectSchema(directory.database, connection);
      if (state === "current") return sqliteReader(connection, () => undefined);
      connection.close();
      return undefined;
    });
  try {
    return await attempt(false);
  } catch (error) {
    if (!cannotMakeFiles.has(sqliteCode(error) ?? "") || existsSync(directory.writeAheadLog)) throw error;
    return attempt(true);
  }
}

/**
 * Opens the journal of a data directory for reading, without taking the directory: a server may own it and be writing.
 * Creates nothing where there is no journal. Throws `JournalRefused` (`absent`, `newer`, `not-a-journal`).
 */
export async function openSqliteJournalForReading(path: string): Promise<JournalReader> {
  const directory = dataDirectory(path);
  const absent = (): JournalRefused =>
    new JournalRefused(
      "absent",
      `\`${directory.path}\` holds no journal: name the data directory of a server`,
    );
  if (!existsSync(directory.database)) throw absent();
  try {
    const reader = await openReader(directory);
    if (reader !== undefined) return reader;
  } catch (cause) {
    if (cause instanceof JournalRefused) throw cause;
    throw new Error(
      `\`${directory.database}\` cannot be read: ${asError(cause).message}; check its owner and mode`,
      {
        cause,
      },
    );
  }
  throw absent();
}
