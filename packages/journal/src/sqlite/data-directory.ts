// The data directory: its files, and how they come to be.

import { chmod, mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isErrno } from "../errno.js";
import { syncDirectory } from "../sync-directory.js";
import { asError } from "./connection.js";

/** The files of a data directory, as absolute paths. */
export interface DataDirectory {
  readonly path: string;
  readonly database: string;
  readonly writeAheadLog: string;
  /** SQLite's index of the log. */
  readonly sharedMemory: string;
  readonly lock: string;
  readonly checkpoint: string;
}

export function dataDirectory(directory: string): DataDirectory {
  const path = resolve(directory);
  const database = join(path, "journal.db");
  return {
    path,
    database,
    writeAheadLog: `${database}-wal`,
    sharedMemory: `${database}-shm`,
    lock: join(path, "lock"),
    checkpoint: join(path, "checkpoint"),
  };
}

/** Makes the directory, mode 0700, if it is absent; one that exists keeps its mode. */
export async function createDirectory({ path }: DataDirectory): Promise<void> {
  const created = await mkdir(path, { recursive: true, mode: 0o700 });
  if (created !== undefined) await syncDirectory(dirname(created));
}

/**
 * Makes an empty file, mode 0600, if it is absent; SQLite gives its log the same mode.
 * INVARIANT: a file that exists is not even opened: closing it would drop the locks that this process holds on it.
 */
export async function createPrivateFile(file: string): Promise<void> {
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  }
}

/**
 * Takes a copied or restored database, and the log beside it, from everybody but its owner: mode 0600. A directory that
 * its user made keeps its mode. Nothing is opened, as above. Windows has no such bits.
 */
export async function makePrivate({ database, writeAheadLog, sharedMemory }: DataDirectory): Promise<void> {
  if (process.platform === "win32") return;
  for (const file of [database, writeAheadLog, sharedMemory]) {
    try {
      if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
    } catch (error) {
      if (isErrno(error, "ENOENT")) continue;
      throw new Error(
        `\`${file}\` cannot be taken from others than its owner: ${asError(error).message}; run \`chmod 600\` on it as its owner`,
        { cause: error },
      );
    }
  }
}
