// Reads a catalogue file given on the command line.

import { readFile } from "node:fs/promises";
import { extendCatalogue } from "@withhold/policy";
import type { Catalogue } from "@withhold/policy";
import { CommandError, exitCode } from "./exit-code.js";
import { fileProblem } from "./file-problem.js";

/** AWS's AI services together with those of the file. */
export async function readCatalogue(file: string): Promise<Catalogue> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new CommandError(exitCode.usage, `catalogue \`${file}\` cannot be read: ${fileProblem(error)}`);
  });
  const result = extendCatalogue(text);
  if (!result.ok) throw new CommandError(exitCode.usage, `catalogue \`${file}\`, ${result.message}`);
  return result.catalogue;
}
