// Every example that help texts and docs print, run as printed from the top of the repository.

import { execFile } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { withhold } from "./withhold-process.fixture.js";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const bin = fileURLToPath(new URL("../bin/withhold.js", import.meta.url));

const commands: readonly (readonly string[])[] = [
  ["lint"],
  ["format"],
  ["effective"],
  ["explain"],
  ["can-override"],
  ["what-if"],
  ["snapshot", "convert"],
  ["completion"],
];

/** A shell where `withhold` is this one. */
async function inShell(
  line: string,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const folder = temporaryDirectory();
  symlinkSync(bin, join(folder, "withhold"));
  const env = { PATH: `${folder}:${process.env["PATH"] ?? ""}` };
  try {
    return { code: 0, ...(await run("bash", ["--norc", "-c", line], { cwd: repository, env })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe.each(commands.map((words) => [words.join(" "), words] as const))("%s", (_, words) => {
  test("has examples, and they work", async () => {
    const { stdout } = await withhold([...words, "--help"]);
    const examples = Array.from(stdout.matchAll(/^ {2}\$ (.*)$/gm), ([, line]) => line ?? "");
    expect(examples.length).toBeGreaterThan(0);
    // Other shells have their own way of reading a script.
    for (const line of examples.filter((line) => !/\b(?:zsh|fish)\b/.test(line))) {
      const { code, stdout, stderr } = await inShell(line);
      // Findings and what is undetermined are answers; a tool that fails, or wrong usage, is not.
      expect([line, [0, 3, 4].includes(code), stderr]).toEqual([line, true, ""]);
      if (!line.startsWith("source")) expect(stdout).not.toBe("");
    }
  });
});

test("docs/command.md shows what the command prints", async () => {
  const text = readFileSync(join(repository, "docs/command.md"), "utf8");
  const blocks = Array.from(text.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```$/gm));
  expect(blocks.length).toBeGreaterThan(5);
  for (const [, line = "", shown] of blocks) {
    const { stdout } = await inShell(line);
    expect([line, stdout]).toEqual([line, shown]);
  }
});
