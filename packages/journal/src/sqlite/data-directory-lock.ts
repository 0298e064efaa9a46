// Ownership of a data directory: one open journal at a time, for as long as its process lives.

import { JournalRefused } from "../journal-refused.js";
import { asError, openForWriting, sqliteCode } from "./connection.js";
import { createPrivateFile } from "./data-directory.js";
import type { DataDirectory } from "./data-directory.js";

/** Held until released, or until the process ends, however it ends. */
export interface DataDirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes the directory or throws `JournalRefused` (`in-use`) at once. The lock is an exclusive transaction on a small
 * database of its own: the kernel drops it on `kill -9`, it also excludes within one process, and `journal.db` itself
 * stays free to be read.
 */
export async function lockDataDirectory(directory: DataDirectory): Promise<DataDirectoryLock> {
  await createPrivateFile(directory.lock);
  const connection = openForWriting(directory.lock);
  try {
    await connection.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    connection.close();
    if (sqliteCode(cause)?.startsWith("SQLITE_BUSY") === true) {
      throw new JournalRefused(
        "in-use",
        `the data directory \`${directory.path}\` is in use by another process: stop that one first, or name another directory`,
        { cause },
      );
    }
    throw new Error(
      `the data directory \`${directory.path}\` cannot be locked: ${asError(cause).message}; check \`${directory.lock}\``,
      {
        cause,
      },
    );
  }
  return {
    release: async () => {
      // Close alone would not do: a connection with anything left of it stays open, and with it the transaction.
      await connection.exec("ROLLBACK");
      connection.close();
    },
  };
}
