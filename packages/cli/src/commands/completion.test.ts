// Completion, in real shells: bash everywhere, zsh and fish where they are.

import { execFileSync, spawnSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { withhold } from "../withhold-process.fixture.js";

const bin = fileURLToPath(new URL("../../bin/withhold.js", import.meta.url));
const has = (shell: string): boolean => spawnSync(shell, ["-c", ":"]).status === 0;

/** What a shell with the script sourced makes of a script of its own. */
function inShell(shell: string, script: string): readonly string[] {
  const cwd = temporaryDirectory();
  symlinkSync(bin, join(cwd, "withhold"));
  writeFileSync(join(cwd, "a file.json"), "");
  const env = { PATH: `${cwd}:${process.env["PATH"] ?? ""}`, HOME: cwd };
  const flags = shell === "bash" ? ["--norc"] : shell === "zsh" ? ["-f"] : ["--no-config"];
  return execFileSync(shell, [...flags, "-c", script], { cwd, env, encoding: "utf8" })
    .trim()
    .split("\n");
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["commands", ["can"], ["can-override"]],
  ["commands of a command", ["snapshot", "con"], ["convert"]],
  ["options", ["effective", "--ser"], ["--service"]],
  ["values of an option", ["can-override", "--output", "s"], ["sarif"]],
  ["values of the same option elsewhere", ["effective", "--output", "j"], ["json"]],
  ["values of an argument", ["completion", "f"], ["fish"]],
  ["files, spaces and all", ["effective", "--org", "a"], ["a file.json"]],
];

describe("bash completes", () => {
  test.each(cases)("%s", (_, words, expected) => {
    const typed = ["withhold", ...words].map((word) => `"${word}"`).join(" ");
    const script = `source <(withhold completion bash); COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _withhold; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(inShell("bash", script)).toEqual(expected);
  });
});

describe("fish completes", () => {
  test.skipIf(!has("fish")).each(cases)("%s", (_, words, expected) => {
    const script = `withhold completion fish | source; complete -C 'withhold ${words.join(" ")}'`;
    const offered = inShell("fish", script).map((line) => line.split("\t")[0]?.replaceAll("\\ ", " "));
    expect(offered).toEqual(expected);
  });
});

describe("zsh", () => {
  test.skipIf(!has("zsh"))("takes the script, and knows what completes the command", () => {
    const script =
      "autoload -Uz compinit; compinit -u -D; source <(withhold completion zsh); echo $_comps[withhold]";
    expect(inShell("zsh", script)).toEqual(["_withhold"]);
  });
});

test("another shell is wrong usage", async () => {
  const { code, stderr } = await withhold(["completion", "csh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish.");
});
