// Reads the start of a file given on the command line, and never further than a limit.

import { open } from "node:fs/promises";
import { fileProblem } from "./file-problem.js";

/**
 * One byte more than `bytesMax` where there are more, so that it shows. `-` is `standardInput`. Throws an error whose
 * message says in words why the file cannot be read.
 */
export async function readStart(
  file: string,
  bytesMax: number,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Buffer> {
  // Not by a path: what stands behind standard input may be a socket, which cannot be opened again.
  if (file === "-") return startOf(standardInput, bytesMax);
  try {
    const handle = await open(file, "r");
    try {
      return await startOf(handle.createReadStream({ autoClose: false }), bytesMax);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Error(`cannot be read: ${fileProblem(error)}`, { cause: error });
  }
}

async function startOf(chunks: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer> {
  const start: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    start.push(chunk);
    length += chunk.length;
    if (length > bytesMax) break;
  }
  return Buffer.concat(start).subarray(0, bytesMax + 1);
}
