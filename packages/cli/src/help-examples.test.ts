// The examples that `--help` prints, run as they are printed.

import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";

const examples = fileURLToPath(new URL("../../../examples/policies/", import.meta.url));

/** The arguments, with `policies/*.json` as a shell would expand it. */
function wordsOf(line: string, files: readonly string[]): readonly string[] {
  return line.split(" ").flatMap((word) => (word === "policies/*.json" ? files : [word]));
}

test.each([["lint"], ["format"]])("of %s", async (command) => {
  const cwd = temporaryDirectory();
  mkdirSync(join(cwd, "policies"));
  const names = readdirSync(examples);
  for (const name of names) copyFileSync(join(examples, name), join(cwd, "policies", name));
  const { stdout: help } = await withhold([command, "--help"]);
  const lines = Array.from(help.matchAll(/^ {2}\$ withhold (.+)$/gm), ([, line]) => line ?? "");
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const words = wordsOf(
      line,
      names.map((name) => `policies/${name}`),
    );
    const { code, stderr } = await withhold(words, { cwd });
    expect({ line, code, stderr }).toEqual({ line, code: 0, stderr: "" });
  }
});
