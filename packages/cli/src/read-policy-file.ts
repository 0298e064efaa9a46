// Reads policy files given on the command line, none of them further than any policy could reach.

import type { Finding } from "@withhold/policy";
import { CommandError, exitCode } from "./exit-code.js";
import { progress } from "./progress.js";
import { readStart } from "./read-start.js";
import type { Terminal } from "./terminal.js";

/** More than any policy; what follows is not read. */
const fileBytesMax = 256 * 1024;

/** The text of a file, or why it cannot be any policy's. */
export type PolicyFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly problem: Finding };

/** All of them, with a progress bar where that takes long. */
export async function readPolicyFiles(
  names: readonly string[],
  terminal: Terminal,
): Promise<readonly PolicyFile[]> {
  const bar = progress(terminal, "reading", names.length);
  const files: PolicyFile[] = [];
  for (const name of names) {
    bar.at(files.length);
    files.push(await readPolicyFile(name, terminal));
  }
  bar.done();
  return files;
}

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

/** For commands that can do nothing without the text. */
export async function readPolicyText(file: string, terminal: Terminal): Promise<string> {
  const read = await readPolicyFile(file, terminal);
  if ("text" in read) return read.text;
  throw new CommandError(exitCode.usage, `\`${file}\`: ${read.problem.message}`);
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
  try {
    return await readStart(file, fileBytesMax, terminal.input);
  } catch (error) {
    throw new CommandError(exitCode.usage, `\`${file}\` ${error instanceof Error ? error.message : ""}`);
  }
}
