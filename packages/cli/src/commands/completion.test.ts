// Completion, in real shells: bash everywhere, zsh and fish where they are.

import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { withhold } from "../withhold-process.fixture.js";

const has = (shell: string): boolean => spawnSync(shell, ["-c", ":"]).status === 0;
const flags: Readonly<Record<string, string>> = { bash: "--norc", zsh: "-f", fish: "--no-config" };

/** What a shell prints that has read the script from a file named `script`, line by line. */
async function inShell(shell: string, commands: string): Promise<readonly string[]> {
  const cwd = temporaryDirectory();
  const { stdout } = await withhold(["completion", shell]);
  writeFileSync(join(cwd, "script"), stdout);
  writeFileSync(join(cwd, "a file.json"), "");
  const env = { PATH: process.env["PATH"], HOME: cwd };
  const printed = execFileSync(shell, [flags[shell] ?? "", "-c", `source ./script\n${commands}\ntrue`], {
    cwd,
    env,
  });
  return printed.toString().trim().split("\n");
}

const cases: readonly (readonly [string, readonly string[], string])[] = [
  ["commands", ["can"], "can-override"],
  ["commands of a command", ["snapshot", "con"], "convert"],
  ["options", ["effective", "--ser"], "--service"],
  ["values of an option", ["can-override", "--output", "s"], "sarif"],
  ["values of the same option elsewhere", ["effective", "--output", "j"], "json"],
  ["values of an argument", ["completion", "f"], "fish"],
  ["files, spaces and all", ["effective", "--org", "a"], "a file.json"],
];
const expected = cases.map(([what, , completed]) => [what, completed]);

describe("completes", () => {
  test("in bash", async () => {
    const commands = cases.map(([, words]) => {
      const typed = ["withhold", ...words].map((word) => `"${word}"`).join(" ");
      return `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _withhold; (IFS='|'; echo "\${COMPREPLY[*]}")`;
    });
    const lines = await inShell("bash", commands.join("\n"));
    expect(cases.map(([what], index) => [what, lines[index]])).toEqual(expected);
  });

  test.skipIf(!has("fish"))("in fish", async () => {
    const commands = cases.map(
      ([, words]) => `string join -- '|' (complete -C 'withhold ${words.join(" ")}')`,
    );
    const lines = await inShell("fish", commands.join("\n"));
    const words = lines.map((line) => line.split("\t")[0]?.replaceAll("\\ ", " "));
    expect(cases.map(([what], index) => [what, words[index]])).toEqual(expected);
  });

  test.skipIf(!has("zsh"))(
    "in zsh, which takes the script and knows what completes the command",
    async () => {
      const cwd = temporaryDirectory();
      const { stdout } = await withhold(["completion", "zsh"]);
      writeFileSync(join(cwd, "script"), stdout);
      const commands = "autoload -Uz compinit; compinit -u -D; source ./script; echo $_comps[withhold]";
      expect(execFileSync("zsh", ["-f", "-c", commands], { cwd }).toString()).toBe("_withhold\n");
    },
  );
});

test("another shell is wrong usage", async () => {
  const { code, stderr } = await withhold(["completion", "csh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish.");
});
