// Reads policy files given on the command line, none of them further than any policy could reach.

import { open } from "node:fs/promises";
import type { Finding } from "@withhold/policy";
import { CommandError, exitCode } from "./exit-code.js";
import { fileProblem } from "./file-problem.js";
import type { Terminal } from "./terminal.js";

/** More than any policy; what follows is not read. */
const fileBytesMax = 256 * 1024;

/** The text of a file, or why it cannot be any policy's. */
export type PolicyFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly problem: Finding };

/** `-` is standard input. Ends the command where a file cannot be read at all. */
export async function readPolicyFile(file: string, terminal: Terminal): Promise<PolicyFile> {
  const bytes = await read(file, terminal);
  if (bytes.length > fileBytesMax) {
    const size = `${(fileBytesMax / 1024).toFixed(0)} KiB`;
    return refused(
      file,
      "size-limit",
      `more than ${size}, and 2,500 characters are allowed; this is no policy`,
    );
  }
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined)
    return refused(file, "json-syntax", `the file is ${encoding}; save it as UTF-8`);
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refused(file, "json-syntax", "the file is not UTF-8 text; save it as such");
  }
}

function refused(file: string, rule: Finding["rule"], message: string): PolicyFile {
  const position = { line: 1, column: 1 };
  return { file, problem: { rule, severity: "error", path: "$", position, message } };
}

/** What editors on Windows like to write. */
function otherEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "UTF-16" : undefined;
}

async function read(file: string, terminal: Terminal): Promise<Buffer> {
  // Not by a path: what stands behind standard input may be a socket, which cannot be opened again.
  if (file === "-") return startOf(terminal.input);
  try {
    const handle = await open(file, "r");
    try {
      return await startOf(handle.createReadStream({ autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new CommandError(exitCode.usage, `\`${file}\` cannot be read: ${fileProblem(error)}`);
  }
}

/** One byte more than the maximum where there are more, so that the rest shows. */
async function startOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const start: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    start.push(chunk);
    length += chunk.length;
    if (length > fileBytesMax) break;
  }
  return Buffer.concat(start).subarray(0, fileBytesMax + 1);
}
