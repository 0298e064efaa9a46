// `withhold effective`: what it shows of the example, and how it ends.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { inProcess, onExample } from "./example.fixture.js";

describe("the table", () => {
  test("has a line for each of several accounts", async () => {
    expect(await onExample("effective", "--all")).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "<dim>PATH</dim>                               <dim>ID</dim>            <dim>AI SERVICES MAY KEEP ITS CONTENT</dim>
      Root/Management                    111111111111  <green>no, opted out of everything</green>
      Root/Production/Payments/Checkout  222222222222  <green>no, opted out of everything</green>
      Root/Production/Customer Support   333333333333  <green>no, opted out of everything</green>
      Root/Research/Speech Lab           444444444444  <red>yes, opted in: transcribe</red>
      Root/Research/Vision Lab           555555555555  <green>no, opted out of everything</green>
      ",
      }
    `);
  });

  test("has a line for each service of one account", async () => {
    const { stdout } = await onExample("effective", "Speech Lab", "--service", "lex", "transcribe", "future");
    expect(stdout).toMatchInlineSnapshot(`
      "<bold>Root/Research/Speech Lab</bold>
      lex (Amazon Lex)                <green>opted out</green>
      transcribe (Amazon Transcribe)  <red>opted in</red>
      future (added by AWS later)     <green>opted out</green>
      "
    `);
  });
});

describe("exit codes", () => {
  test.each([
    ["opted out of everything, warnings counted", ["Root/Production", "--fail-on", "warning"], 0],
    ["opted in", ["Speech Lab"], 0],
    ["opted in, warnings counted", ["Speech Lab", "--fail-on", "warning"], 3],
    ["opted in elsewhere", ["Speech Lab", "--service", "lex", "--fail-on", "warning"], 0],
    ["an account that is not there", ["Nobody"], 2],
    ["nobody named", [], 2],
    ["everybody and one", ["Speech Lab", "--all"], 2],
    ["a service that is not there", ["--all", "--service", "Lex"], 2],
  ])("%s", async (_, words, code) => {
    expect(await onExample("effective", ...words)).toMatchObject({ code });
  });

  test.each([
    ["neither organization nor chain", [], "which organization? give --org FILE, or --chain"],
    ["both", ["--org", "examples/organization.json", "--chain", "none"], "give --org or --chain, not both"],
    ["a comma too many", ["--chain", ",a.json"], "a comma stands between two files; one is missing"],
    [
      "a file that is not there",
      ["--chain", "gone.json"],
      "`gone.json` cannot be read: there is no such file",
    ],
    [
      "an organization that is not there",
      ["--org", "gone.json"],
      "`gone.json`: cannot be read: there is no such file",
    ],
    ["a parameter without a value", ["--org", "x", "--parameter", "A"], "expected NAME=VALUE"],
  ])("%s is wrong usage", async (_, words, says) => {
    const { code, stdout, stderr } = await inProcess(["effective", ...words]);
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain(says);
  });
});

describe("a chain", () => {
  const chain = async (...words: readonly string[]): Promise<string> => {
    const options = ["--service", "transcribe", "lex", "--output", "csv"];
    const { stdout } = await inProcess(["effective", "--chain", ...words, ...options]);
    return stdout
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",").slice(3).join(" "))
      .join(", ");
  };
  const out = "examples/policies/opt-out-by-default.json";
  const share = "examples/policies/share-transcribe.json";
  const lock = "examples/policies/opt-out-of-everything.json";

  test.each([
    ["root and account", [out, share], 'transcribe "opted in", lex "opted out"'],
    ["with an OU where nothing is attached", [out, "none", share], 'transcribe "opted in", lex "opted out"'],
    ["several at one level", [`${out},${share}`], 'transcribe "opted in", lex "opted out"'],
    ["locked above", [lock, share], 'transcribe "opted out", lex "opted out"'],
    ["locked below, which comes too late", [share, lock], 'transcribe "opted in", lex "opted out"'],
    ["nothing at all", ["none"], 'transcribe "no choice made", lex "no choice made"'],
  ])("%s", async (_, words, choices) => {
    expect(await chain(...words)).toBe(choices);
  });

  test("with a policy that AWS would refuse is undetermined", async () => {
    const file = join(temporaryDirectory(), "bad.json");
    writeFileSync(file, '{"services":{"Lex":{"opt_out_policy":{"@@assign":"optOut"}}}}');
    const { code, stdout } = await inProcess(["effective", "--chain", file, "--service", "lex"]);
    expect(code).toBe(4);
    expect(stdout).toContain("unknown service `Lex`; did you mean `lex`?");
  });
});

test("an account whose place nobody knows is undetermined, and the others are not", async () => {
  const words = ["effective", "--org", "examples/terraform/state.json", "--all"];
  const { code, stdout } = await inProcess([...words, "--output", "json"]);
  const { accounts } = JSON.parse(stdout) as {
    accounts: readonly { name: string; choices: { choice: string }[] }[];
  };
  const choices = accounts.map(({ name, choices }) => [name, new Set(choices.map(({ choice }) => choice))]);
  expect(code).toBe(4);
  expect(Object.fromEntries(choices)).toEqual({
    Checkout: new Set(["optOut"]),
    "Speech Lab 1": new Set(["optOut", "optIn"]),
    "Speech Lab 2": new Set(["optOut", "optIn"]),
    Management: new Set(["undetermined"]),
  });
  expect(accounts.map((account) => "effectivePolicy" in account)).toEqual([true, true, true, false]);
});
