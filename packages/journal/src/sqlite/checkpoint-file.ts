// The checkpoint beside the database: a file of its own, because it is large, and read and written whole.

import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { formatHead, parseHead } from "../head.js";
import type { Checkpoint } from "../journal.js";
import { syncDirectory } from "../sync-directory.js";
import { dataDirectory } from "./data-directory.js";

// `FORM REVISION:HASH` and a line feed, then the bytes.
const headLine = /^([\x21-\x7e]{1,64}) (\S{1,90})$/;
const headLineBytesMax = 160;

/** Another file first, synced, then renamed: a process that dies meanwhile leaves the old one as it is. Mode 0600. */
export async function writeCheckpoint(file: string, { form, head, bytes }: Checkpoint): Promise<void> {
  const line = `${form} ${formatHead(head)}`;
  if (!headLine.test(line))
    throw new RangeError(`the form \`${form}\` is refused: give 1 to 64 ASCII characters`);
  const draft = `${file}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${line}\n`);
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncDirectory(dirname(file));
}

/** For when nobody could open what is in it any more. */
export async function dropCheckpoint(dataDirectoryPath: string): Promise<void> {
  await rm(dataDirectory(dataDirectoryPath).checkpoint, { force: true });
}

/** `undefined` where there is no file, or none that `writeCheckpoint` made. */
export async function readCheckpoint(file: string): Promise<Checkpoint | undefined> {
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch {
    return undefined;
  }
  const end = content.subarray(0, headLineBytesMax).indexOf("\n");
  const [, form, written] = headLine.exec(content.toString("latin1", 0, Math.max(end, 0))) ?? [];
  const head = parseHead(written ?? "");
  if (form === undefined || head === undefined) return undefined;
  return { form, head, bytes: content.subarray(end + 1) };
}
