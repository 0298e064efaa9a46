// Reads the text of an input file, within limits.

import { readStart } from "../read-start.js";
import { InputProblem } from "./input-problem.js";

/** The plan of ten thousand accounts takes about this much; parsing takes some twenty times the memory at worst. */
const inputBytesMax = 32 * 1024 * 1024;

/** `-` reads `standardInput`. Nothing past the limit is read. Throws `InputProblem`. */
export async function readText(file: string, standardInput: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = await readStart(file, inputBytesMax, standardInput).catch((error: unknown) => {
    throw new InputProblem(file, error instanceof Error ? error.message : String(error));
  });
  if (bytes.length > inputBytesMax) {
    const limit = inputBytesMax / 1024 / 1024;
    throw new InputProblem(file, `larger than ${limit} MiB, which no input needs; is it the right file?`);
  }
  if (bytes.length === 0) throw new InputProblem(file, "the file is empty");
  return decode(file, bytes);
}

/** What programs write that people take for text files of theirs. */
const knownBinaries: readonly (readonly [string, string])[] = [
  [
    "504b0304",
    "a ZIP archive; a saved Terraform plan is one: give the output of `terraform show -json PLAN` instead",
  ],
  ["1f8b", "compressed with gzip; give it unpacked"],
  ["fffe", "UTF-16; save it as UTF-8"],
  ["feff", "UTF-16; save it as UTF-8"],
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
