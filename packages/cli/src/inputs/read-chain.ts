// Reads plain policy files as one chain: the root, the OUs downwards, the account.

import { snapshotOfChain } from "@withhold/policy";
import type { ChainLevel, OrganizationSnapshot } from "@withhold/policy";
import { InputProblem } from "./input-problem.js";
import { readText } from "./read-text.js";

/** A level at which nothing is attached. */
const nothingAttached = "none";

/**
 * A word per level, root first: a file, several separated by commas in the order of attachment, or `none`. Throws
 * `InputProblem`.
 */
export async function readChain(
  words: readonly string[],
  { standardInput, readAt }: { readonly standardInput: AsyncIterable<Uint8Array>; readonly readAt: string },
): Promise<OrganizationSnapshot> {
  const levels: ChainLevel[] = [];
  for (const word of words) {
    const level: { name: string; content: string; origin: { file: string; line: number; column: number } }[] =
      [];
    for (const file of word === nothingAttached ? [] : word.split(",")) {
      if (file === "") throw new InputProblem(word, "a comma separates two files; one of them is missing");
      const content = await readText(file, standardInput);
      level.push({ name: file, content, origin: { file, line: 1, column: 1 } });
    }
    levels.push(level);
  }
  return snapshotOfChain(levels, { source: words.join(" "), readAt });
}
