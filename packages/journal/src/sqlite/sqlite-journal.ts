// The journal on SQLite: one process, one data directory, one fsync per append.

import { open } from "node:fs/promises";
import { checkAppend } from "../append-limits.js";
import { isErrno } from "../errno.js";
import type { Head } from "../head.js";
import type { AppendOutcome, Journal } from "../journal.js";
import { JournalStopped } from "../journal-stopped.js";
import { syncDirectory } from "../sync-directory.js";
import { readCheckpoint, writeCheckpoint } from "./checkpoint-file.js";
import { appendTurn, prepareAppend } from "./append-turn.js";
import { asError, closedOnError, openForReading, openForWriting } from "./connection.js";
import type { ReadConnection, WriteConnection } from "./connection.js";
import { createDirectory, createPrivateFile, dataDirectory, makePrivate } from "./data-directory.js";
import type { DataDirectory } from "./data-directory.js";
import { lockDataDirectory } from "./data-directory-lock.js";
import type { DataDirectoryLock } from "./data-directory-lock.js";
import { createSchema, inspectSchema } from "./schema.js";
import { sqliteReader } from "./sqlite-reader.js";

// A commit is durable when it answers: FULL syncs the log at every commit; macOS needs `fullfsync` to mean it.
const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;`;

const checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";

/** Refuses to run on settings that SQLite did not take: WAL needs shared memory, which some file systems lack. */
async function checkSettings(connection: WriteConnection, file: string): Promise<void> {
  const statement = await connection.prepare(
    "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous)",
  );
  const [mode, synchronous] = statement.raw().get([]) ?? [];
  if (mode === "wal" && synchronous === 2) return;
  throw new Error(
    `\`${file}\` cannot be written durably here: put the data directory on a local file system`,
  );
}

/**
 * A killed process may have left commits in the log that were never synced. They are read as records from now on, so
 * they are made durable first. SQLite keeps its locks on other files than the log, so that closing this handle is safe.
 */
async function makeDurable({ path, writeAheadLog }: DataDirectory): Promise<void> {
  try {
    const log = await open(writeAheadLog, "r+");
    try {
      await log.sync();
    } finally {
      await log.close();
    }
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw error;
  }
  await syncDirectory(path);
}

async function openDatabase(directory: DataDirectory): Promise<WriteConnection> {
  const { database } = directory;
  await createPrivateFile(database);
  await makeDurable(directory);
  return closedOnError(openForWriting(database), async (connection) => {
    await connection.exec("PRAGMA busy_timeout = 2000");
    // First of all, so that a file of another program is left exactly as it is.
    const state = await inspectSchema(database, connection);
    await makePrivate(directory);
    await connection.exec(settings);
    await checkSettings(connection, database);
    if (state === "empty") await createSchema(connection);
    return connection;
  });
}

async function journalOver(
  connection: WriteConnection,
  reading: ReadConnection,
  lock: DataDirectoryLock,
  checkpointFile: string,
): Promise<Journal> {
  let stopped: Error | undefined;
  const refuse = (): void => {
    if (stopped !== undefined) throw new JournalStopped(stopped);
  };
  const statements = await prepareAppend(connection);
  const reader = sqliteReader(reading, refuse);
  // INVARIANT: the journal's head, because this process owns the directory and appends one at a time.
  let head: Head = await reader.head();
  let queue: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  const turn = async (
    ...[after, records, secrets = []]: Parameters<Journal["append"]>
  ): Promise<AppendOutcome> => {
    refuse();
    if (after !== head.revision) return { outcome: "conflict" };
    const { result, stopped: broken } = await appendTurn(connection, statements, head, records, secrets);
    stopped = broken;
    if (result.outcome === "appended") head = result.head;
    return result;
  };
  const close = async (): Promise<void> => {
    await queue;
    await reader.close();
    // libsql keeps a connection open as long as a statement of it lives, so the log is emptied here, not by closing.
    if (stopped === undefined) await connection.exec(checkpoint).catch(() => undefined);
    connection.close();
    await lock.release();
  };
  return {
    ...reader,
    append: async (after, records, secrets = []) => {
      checkAppend(records, secrets);
      if (closing !== undefined) throw new Error("the journal is closed: open it again");
      const result = queue.then(async () => turn(after, records, secrets));
      queue = result.catch(() => undefined);
      return result;
    },
    keepCheckpoint: async (kept) => {
      if (closing !== undefined) throw new Error("the journal is closed: open it again");
      await writeCheckpoint(checkpointFile, kept);
    },
    checkpoint: async () => readCheckpoint(checkpointFile),
    close: async () => (closing ??= close()),
  };
}

/**
 * Opens the journal of a data directory, creating the directory (mode 0700) and the database (mode 0600) if absent, and
 * owns the directory until closed. Throws `JournalRefused` (`in-use`, `newer`, `not-a-journal`), and `JournalDamaged`
 * where the last record is none or one stands before the first.
 */
export async function openSqliteJournal(path: string): Promise<Journal> {
  const directory = dataDirectory(path);
  try {
    await createDirectory(directory);
  } catch (cause) {
    throw new Error(
      `the data directory \`${directory.path}\` cannot be made: ${asError(cause).message}; name another`,
      { cause },
    );
  }
  const lock = await lockDataDirectory(directory);
  try {
    return await closedOnError(await openDatabase(directory), async (connection) =>
      closedOnError(openForReading(directory.database), async (reading) =>
        journalOver(connection, reading, lock, directory.checkpoint),
      ),
    );
  } catch (error) {
    await lock.release();
    throw error;
  }
}
