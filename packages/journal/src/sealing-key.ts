// The sealing key: 32 random bytes in a file of the data directory, or handed in from the environment.

import { createSecretKey, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isErrno } from "./errno.js";
import { syncDirectory } from "./sync-directory.js";

const keyBytes = 32;

/** The sealing key is absent, ill-formed, or can be read by others; `message` says what to do. */
export class SealingKeyRefused extends Error {
  override readonly name = "SealingKeyRefused";
}

/**
 * Reads a key from text: 64 hexadecimal characters, or base64 (also URL-safe, padded or not) of 32 bytes.
 * `source` names where the text is from. Throws `SealingKeyRefused`, which never shows the text.
 * The key comes as a `KeyObject`, which does not show itself in a log.
 */
export function parseSealingKey(text: string, source: string): KeyObject {
  const trimmed = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return createSecretKey(trimmed, "hex");
  if (/^[0-9a-zA-Z+/_-]{43}=?$/.test(trimmed)) return createSecretKey(Buffer.from(trimmed, "base64"));
  throw new SealingKeyRefused(
    `\`${source}\` does not hold a sealing key: give ${keyBytes} bytes as base64 or hexadecimal, from \`openssl rand -base64 32\` say`,
  );
}

/** Where a data directory keeps its key. */
export function sealingKeyFile(dataDirectory: string): string {
  return join(dataDirectory, "sealing-key");
}

/** Windows has no such bits to check. */
async function refuseReadableByOthers(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  throw new SealingKeyRefused(
    `\`${file}\` can be used by others than its owner (mode ${(mode & 0o777).toString(8)}): run \`chmod 600\` on it, and consider the secrets under it known`,
  );
}

/**
 * INVARIANT: the key file appears whole and durable or not at all, and never replaces another: drafted, synced, renamed,
 * by the one process that owns the data directory. A draft that a killed one left behind is no key to anybody: it goes.
 */
async function createKeyFile(dataDirectory: string, file: string): Promise<void> {
  const draft = `${file}.draft`;
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyBytes).toString("base64")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncDirectory(dataDirectory);
}

/** Where the key waits that a rotation is about to change to. */
function nextKeyFile(dataDirectory: string): string {
  return `${sealingKeyFile(dataDirectory)}.next`;
}

/** Makes the key of a rotation, mode 0600, beside the one that is still used. */
export async function createNextSealingKey(dataDirectory: string): Promise<KeyObject> {
  const file = nextKeyFile(dataDirectory);
  await createKeyFile(dataDirectory, file);
  return parseSealingKey(await readFile(file, "utf8"), file);
}

/**
 * Ends a rotation, or what a killed one left: where `opens` says that the secrets are under the next key, that becomes
 * the key; else it goes. Nothing happens where there is none.
 */
export async function settleNextSealingKey(
  dataDirectory: string,
  opens: (next: KeyObject) => Promise<boolean>,
): Promise<void> {
  const file = nextKeyFile(dataDirectory);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (isErrno(error, "ENOENT")) return;
    throw error;
  }
  if (await opens(parseSealingKey(text, file))) await rename(file, sealingKeyFile(dataDirectory));
  else await rm(file, { force: true });
  await syncDirectory(dataDirectory);
}

/** `create`: whether an absent key file may be made. Say no where secrets exist already: a new key cannot open them. */
export interface SealingKeyOptions {
  readonly create: boolean;
}

/**
 * Loads the key of a data directory, creating it, mode 0600, if allowed. Throws `SealingKeyRefused`.
 * INVARIANT: whoever creates holds the directory's open journal, and does not load twice at once.
 */
export async function loadSealingKey(
  dataDirectory: string,
  { create }: SealingKeyOptions,
): Promise<KeyObject> {
  const file = sealingKeyFile(dataDirectory);
  try {
    await refuseReadableByOthers(file);
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw error;
    if (!create) {
      throw new SealingKeyRefused(
        `\`${file}\` is absent, and without it the secrets of this data directory cannot be opened: restore it, or give the key in the environment`,
        { cause: error },
      );
    }
    await createKeyFile(dataDirectory, file);
  }
  return parseSealingKey(await readFile(file, "utf8"), file);
}
