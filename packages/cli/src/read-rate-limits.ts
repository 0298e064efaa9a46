// Rate limits given on the command line, in a file or one by one.

import { readFile } from "node:fs/promises";
import type * as server from "@withhold/server";
import type { RateLimits } from "@withhold/server";
import { CommandError, exitCode } from "./exit-code.js";
import { fileProblem } from "./file-problem.js";

/** Those of the file, with those of the command line in their place or beside them. */
export async function readRateLimits(
  { parseRateLimit, parseRateLimits }: Pick<typeof server, "parseRateLimit" | "parseRateLimits">,
  file: string | undefined,
  written: readonly string[],
): Promise<RateLimits> {
  const ofFile = parseRateLimits(file === undefined ? "" : await readText(file));
  if (!ofFile.ok) throw new CommandError(exitCode.usage, `rate limits \`${file}\`, ${ofFile.problem}`);
  const limits = new Map(ofFile.limits);
  for (const text of written) {
    const parsed = parseRateLimit(text);
    if (!parsed.ok) throw new CommandError(exitCode.usage, `rate limit \`${text}\`: ${parsed.problem}`);
    limits.set(parsed.operation, parsed.limit);
  }
  return limits;
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new CommandError(exitCode.usage, `rate limits \`${file}\` cannot be read: ${fileProblem(error)}`);
  });
}
