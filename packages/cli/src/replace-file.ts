// Replaces the text of a file so that at every moment the file has either the old text or the new.

import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError, exitCode } from "./exit-code.js";
import { fileProblem } from "./file-problem.js";

/** Keeps the mode. A link stays a link: the file that it leads to is replaced. */
export async function replaceFile(file: string, text: string): Promise<void> {
  let draft: string | undefined;
  try {
    const path = await realpath(file);
    const { mode } = await stat(path);
    draft = join(dirname(path), `.${basename(path)}.${process.pid}.withhold`);
    await writeFile(draft, text, { flag: "wx" });
    await chmod(draft, mode);
    await rename(draft, path);
  } catch (error) {
    if (draft !== undefined) await rm(draft, { force: true });
    throw new CommandError(exitCode.failed, `\`${file}\` cannot be written: ${fileProblem(error)}`);
  }
}
