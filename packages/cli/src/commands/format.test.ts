// `withhold format`: what it prints, what it writes, what it leaves alone.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { withhold } from "../withhold-process.fixture.js";
import type { Ended, ProcessOptions } from "../withhold-process.fixture.js";

const short = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const canonical = `{
  "services": {
    "default": {
      "opt_out_policy": {
        "@@assign": "optOut"
      }
    }
  }
}
`;
const broken = short.replace("default", "Lexx");

let cwd = "";
beforeEach(() => {
  cwd = temporaryDirectory();
});
const put = (name: string, content: string): void => writeFileSync(join(cwd, name), content);
const read = (name: string): string => readFileSync(join(cwd, name), "utf8");
const format = async (words: readonly string[], options: ProcessOptions = {}): Promise<Ended> =>
  withhold(["format", ...words], { cwd, ...options });

describe("to stdout", () => {
  test("goes the text and nothing else", async () => {
    put("policy.json", short);
    expect(await format(["policy.json"])).toEqual({ code: 0, stdout: canonical, stderr: "" });
    expect(await format(["-", "--minify"], { input: canonical })).toEqual({
      code: 0,
      stdout: short,
      stderr: "",
    });
    expect(read("policy.json")).toBe(short);
  });

  test("goes nothing of a file with errors; they go to stderr", async () => {
    put("policy.json", broken);
    const { code, stdout, stderr } = await format(["policy.json"]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      "policy.json:1:14  error  unknown-service  $.services.Lexx: unknown service `Lexx`; did you mean `lex`?\n",
    );
  });
});

describe("--write", () => {
  test("replaces what is not in its form, and leaves files with errors alone", async () => {
    put("a.json", short);
    put("b.json", canonical);
    put("c.json", broken);
    const { code, stdout } = await format(["--write", "a.json", "b.json", "c.json"]);
    expect(code).toBe(3);
    expect(stdout).toContain("3 files looked at, 1 written, 1 left alone because of errors");
    expect([read("a.json"), read("b.json"), read("c.json")]).toEqual([canonical, canonical, broken]);
    expect(await format(["--write", "a.json", "b.json"])).toMatchObject({
      code: 0,
      stdout: "2 files looked at\n",
    });
  });
});

describe("--check", () => {
  test("changes nothing and ends with 3 where something is not in its form", async () => {
    put("a.json", short);
    put("b.json", canonical);
    const { code, stdout } = await format(["--check", "a.json", "b.json"]);
    expect([code, stdout]).toEqual([
      3,
      "a.json:1:1  error  not-formatted  not in its form\n\n2 files looked at, 1 to format: run with --write\n",
    ]);
    expect(read("a.json")).toBe(short);
    expect((await format(["--check", "--minify", "a.json"])).code).toBe(0);
    expect((await format(["--check", "b.json"])).code).toBe(0);
  });

  test("as a table for programs", async () => {
    put("a.json", short);
    put("b.json", broken);
    const { stdout } = await format(["--check", "a.json", "b.json", "--output", "csv"]);
    expect(stdout).toBe('file,state\r\na.json,"to format"\r\nb.json,refused\r\n');
  });
});

test.each([
  [["--check", "--write", "a.json"], "--check changes nothing and --write does; choose one"],
  [["--write", "-"], "standard input has no file to write; leave --write out to print to stdout"],
  [["a.json", "b.json"], "several files would run together on stdout; add --write or --check"],
  [
    ["a.json", "--output", "json"],
    "--output tells of --write and --check; without them the policy itself is printed",
  ],
  [["absent.json"], "`absent.json` cannot be read: there is no such file"],
])("%j is wrong usage", async (words, says) => {
  put("a.json", short);
  put("b.json", short);
  expect(await format(words)).toEqual({ code: 2, stdout: "", stderr: `withhold: ${says}\n` });
});
