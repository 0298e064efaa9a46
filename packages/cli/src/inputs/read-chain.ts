// Reads plain policy files as one chain: the root, the OUs downwards, the account.

import { snapshotOfChain } from "@withhold/policy";
import type { ChainLevel, OrganizationSnapshot } from "@withhold/policy";
import { CommandError, exitCode } from "../exit-code.js";
import { readPolicyText } from "../read-policy-file.js";
import type { Terminal } from "../terminal.js";

/** A level at which nothing is attached. */
const nothingAttached = "none";

/** A word per level, root first: a file, several separated by commas in the order of attachment, or `none`. */
export async function readChain(
  words: readonly string[],
  readAt: string,
  terminal: Terminal,
): Promise<OrganizationSnapshot> {
  const levels: ChainLevel[] = [];
  for (const word of words) {
    const level: ChainLevel[number][] = [];
    for (const file of word === nothingAttached ? [] : word.split(",")) {
      if (file === "")
        throw new CommandError(
          exitCode.usage,
          `\`${word}\`: a comma stands between two files; one is missing`,
        );
      const content = await readPolicyText(file, terminal);
      level.push({ name: file, content, origin: { file, line: 1, column: 1 } });
    }
    levels.push(level);
  }
  return snapshotOfChain(levels, { source: words.join(" "), readAt });
}
