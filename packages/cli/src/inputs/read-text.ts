// Reads the text of an input file, within limits.

import { open } from "node:fs/promises";
import { fileProblem } from "../file-problem.js";
import { InputProblem } from "./input-problem.js";

/** The plan of ten thousand accounts takes about this much; parsing takes some twenty times the memory at worst. */
export const inputBytesMax = 32 * 1024 * 1024;

/** `-` reads `standardInput`. Nothing past the limit is read. Throws `InputProblem`. */
export async function readText(file: string, standardInput: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = file === "-" ? await startOf(standardInput) : await readFile(file);
  if (bytes === undefined) {
    const limit = inputBytesMax / 1024 / 1024;
    throw new InputProblem(file, `larger than ${limit} MiB, which no input needs; is it the right file?`);
  }
  if (bytes.length === 0) throw new InputProblem(file, "the file is empty");
  return decode(file, bytes);
}

async function readFile(file: string): Promise<Buffer | undefined> {
  try {
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      return size > inputBytesMax ? undefined : await startOf(handle.createReadStream({ autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new InputProblem(file, `cannot be read: ${fileProblem(error)}`);
  }
}

/** `undefined` where there is more than the limit. */
async function startOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const start: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > inputBytesMax) return undefined;
    start.push(chunk);
  }
  return Buffer.concat(start);
}

/** What programs write that people take for text files of theirs. */
const knownBinaries: readonly (readonly [string, string])[] = [
  [
    "504b0304",
    "a ZIP archive; a saved Terraform plan is one: give the output of `terraform show -json PLAN` instead",
  ],
  ["1f8b", "compressed with gzip; give it unpacked"],
];

function decode(file: string, bytes: Buffer): string {
  const head = bytes.subarray(0, 8).toString("hex");
  const known = knownBinaries.find(([magic]) => head.startsWith(magic));
  if (known !== undefined) throw new InputProblem(file, known[1]);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputProblem(file, "not UTF-8 text; save it as such");
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new InputProblem(file, "holds NUL characters; save it as UTF-8 text");
  return text;
}
