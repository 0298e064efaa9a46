// `withhold lint`: what it says about which file, and how it ends.

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { withhold } from "../withhold-process.fixture.js";
import type { Ended, ProcessOptions } from "../withhold-process.fixture.js";

const policy = (services: object): string => JSON.stringify({ services });
const out = { opt_out_policy: { "@@assign": "optOut" } };
const good = policy({ default: out });
const misspelt = policy({ Lex: out });
const doubtful = policy({ glue: out });

let cwd = "";
beforeEach(() => {
  cwd = temporaryDirectory();
});
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, name), content);
const lint = async (words: readonly string[], options: ProcessOptions = {}): Promise<Ended> =>
  withhold(["lint", ...words], { cwd, ...options });

describe("exit codes", () => {
  test.each([
    ["nothing to find", good, [], 0],
    ["an error", misspelt, [], 3],
    ["a warning", doubtful, [], 0],
    ["a warning, when warnings count", doubtful, ["--fail-on", "warning"], 3],
    ["an error, when warnings count", misspelt, ["--fail-on", "warning"], 3],
    ["nothing to find, when warnings count", good, ["--fail-on", "warning"], 0],
  ])("with %s", async (_, content, flags, code) => {
    put("policy.json", content);
    expect(await lint(["policy.json", ...flags])).toMatchObject({ code, stderr: "" });
  });
});

describe("the table", () => {
  test("has a line for each finding, with file, line and column to click on", async () => {
    put("good.json", good);
    put("bad.json", `{"services":\n  {"Lex": ${JSON.stringify(out)},\n   "glue": ${JSON.stringify(out)}}}`);
    const { stdout } = await lint(["good.json", "bad.json"]);
    expect(stdout).toMatchInlineSnapshot(`
      "bad.json:2:4  error    unknown-service      $.services.Lex: unknown service \`Lex\`; did you mean \`lex\`?
      bad.json:3:4  warning  unconfirmed-service  $.services.glue: service key \`glue\` (AWS Glue) is unconfirmed: no source that we could read lists it; AWS may refuse it

      2 files checked, 2 findings, 1 with --fix-unsafe
      "
    `);
  });

  test("says so when there is nothing to say", async () => {
    put("good.json", good);
    expect((await lint(["good.json"])).stdout).toBe("1 file checked, nothing found\n");
  });

  test("shows control characters of a file instead of obeying them", async () => {
    put("policy.json", policy({ "\u001b[2J\nred": out }));
    const { stdout } = await lint(["policy.json"]);
    expect(stdout).toContain("\\u001b[2J");
    expect(stdout).not.toContain("\u001b");
  });
});

describe("colour", () => {
  test.each([
    ["a pipe", {}, false],
    ["a pipe that takes colour", { FORCE_COLOR: "1" }, true],
    ["NO_COLOR", { NO_COLOR: "1" }, false],
  ])("on %s", async (_, env, coloured) => {
    put("policy.json", misspelt);
    const { stdout } = await lint(["policy.json"], { env });
    expect(stdout.includes("\u001b[")).toBe(coloured);
  });
});

describe("json", () => {
  test("is one versioned document", async () => {
    put("good.json", good);
    put("bad.json", misspelt);
    const { stdout, code } = await lint(["--output", "json", "good.json", "bad.json"]);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toStrictEqual({
      version: 1,
      command: "lint",
      files: [
        { file: "good.json", fixes: 0, findings: [] },
        {
          file: "bad.json",
          fixes: 0,
          findings: [
            {
              rule: "unknown-service",
              severity: "error",
              path: "$.services.Lex",
              position: { line: 1, column: 14 },
              message: "unknown service `Lex`; did you mean `lex`?",
              fix: {
                what: "write `lex`",
                keepsMeaning: false,
                edits: [{ start: 13, end: 18, text: '"lex"' }],
              },
            },
          ],
        },
      ],
    });
  });
});

describe("a file", () => {
  test.each<readonly [string, string | Uint8Array, string]>([
    ["empty", "", "1:1  error  json-syntax  $: the document is empty"],
    [
      "binary",
      Buffer.from([0, 1, 2, 255]),
      "1:1  error  json-syntax  $: the file is not UTF-8 text; save it as such",
    ],
    ["UTF-16", Buffer.from(good, "utf16le"), "1:2  error  json-syntax  $: found character U+0000"],
    ["Latin-1", Buffer.from('{"ü":1}', "latin1"), "the file is not UTF-8 text; save it as such"],
    ["with a byte order mark", `\uFEFF${good}`, "1:1  error  json-syntax"],
    [
      "larger than any policy",
      good.padEnd(3000),
      "3,000 characters, and 2,500 are allowed; white space counts",
    ],
    ["endless, of one-byte characters", good.padEnd(3_000_000), "size-limit"],
    ["endless, cut within a character", `x${"ü".repeat(1_000_000)}`, "size-limit"],
  ])("%s is a finding", async (_, content, says) => {
    put("policy.json", content);
    const { code, stdout, stderr } = await lint(["policy.json"]);
    expect([code, stderr]).toStrictEqual([3, ""]);
    expect(stdout).toContain(says);
    expect(stdout.length).toBeLessThan(1000);
  });

  test("that is endless is not read to its end", async () => {
    expect(await lint(["/dev/zero"])).toMatchObject({ code: 3, stderr: "" });
  });

  test.each([
    ["absent.json", "there is no such file"],
    ["directory", "it is a directory; name its files"],
  ])("%s ends the command with 2", async (name, why) => {
    put("good.json", good);
    mkdirSync(join(cwd, "directory"));
    const { code, stdout, stderr } = await lint(["good.json", name]);
    expect([code, stdout, stderr]).toStrictEqual([2, "", `withhold: \`${name}\` cannot be read: ${why}\n`]);
  });
});

describe("fixes", () => {
  const read = (name: string): string => readFileSync(join(cwd, name), "utf8");
  const all = '"@@operators_allowed_for_child_policies": ["@@all"], ';
  const idle = `{"services":  {${all}"default": ${JSON.stringify(out)}, "Lex": ${JSON.stringify(out)}}}`;

  test("that are safe are applied in place, and the rest of the text stays", async () => {
    put("idle.json", idle.replace(', "Lex": {"opt_out_policy":{"@@assign":"optOut"}}', ""));
    const { code, stdout } = await lint(["idle.json", "--fix"]);
    expect([code, stdout]).toEqual([0, "1 file checked, 1 fix applied, nothing found\n"]);
    expect(read("idle.json")).toBe(`{"services":  {"default": ${JSON.stringify(out)}}}`);
  });

  test("that are guesses wait for --fix-unsafe, and the summary says so", async () => {
    put("policy.json", misspelt);
    const safe = await lint(["policy.json", "--fix"]);
    expect(safe.code).toBe(3);
    expect(safe.stdout).toContain("1 file checked, 1 finding, 1 with --fix-unsafe");
    expect(read("policy.json")).toBe(misspelt);
    const unsafe = await lint(["policy.json", "--fix-unsafe"]);
    expect(unsafe.code).toBe(0);
    expect(read("policy.json")).toBe(policy({ default: out, lex: out }));
  });

  test("keep the mode of a file, and a link a link", async () => {
    put("policy.json", misspelt);
    chmodSync(join(cwd, "policy.json"), 0o640);
    symlinkSync("policy.json", join(cwd, "link.json"));
    await lint(["link.json", "--fix-unsafe"]);
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, "policy.json")).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).toSorted()).toEqual(["link.json", "policy.json"]);
  });

  test("are for files, and change none where another cannot be read", async () => {
    expect(await lint(["-", "--fix"], { input: misspelt })).toMatchObject({
      code: 2,
      stderr: "withhold: standard input has no file to fix; name one\n",
    });
    put("policy.json", misspelt);
    expect(await lint(["policy.json", "absent.json", "--fix-unsafe"])).toMatchObject({ code: 2, stdout: "" });
    expect(read("policy.json")).toBe(misspelt);
  });
});

describe("formats for pipelines", () => {
  beforeEach(() => put("policies.json", misspelt));
  test("github", async () => {
    const { code, stdout } = await lint(["policies.json", "--output", "github"]);
    expect(code).toBe(3);
    expect(stdout).toBe(
      "::error file=policies.json,line=1,col=14,title=unknown-service::$.services.Lex: unknown service `Lex`; did you mean `lex`?\n",
    );
  });
  test("sarif has the place and the fix", async () => {
    const { stdout } = await lint(["policies.json", "--output", "sarif"]);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          results: [
            {
              ruleId: "unknown-service",
              level: "error",
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "policies.json", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 1, startColumn: 14 },
                  },
                },
              ],
              fixes: [
                {
                  artifactChanges: [
                    {
                      replacements: [
                        {
                          deletedRegion: { charOffset: 13, charLength: 5 },
                          insertedContent: { text: '"lex"' },
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });
  test("junit has a case for each file", async () => {
    put("good.json", good);
    const { stdout } = await lint(["policies.json", "good.json", "--output", "junit"]);
    expect(stdout).toContain('tests="2" failures="1" errors="0"');
    expect(stdout).toContain('<testcase classname="withhold.lint" name="good.json"/>');
  });
});

describe("standard input", () => {
  test.each([
    ["good", good, 0],
    ["misspelt", misspelt, 3],
    ["empty", "", 3],
    ["endless", good.padEnd(3_000_000), 3],
  ])("%s", async (_, input, code) => {
    const ended = await lint(["-"], { input });
    expect(ended).toMatchObject({ code, stderr: "" });
    if (code === 3) expect(ended.stdout).toMatch(/^-:1:\d+ {2}error/);
  });
});

describe("a catalogue", () => {
  test("adds services that policies may name", async () => {
    put("policy.json", policy({ "acme-summaries": out }));
    put("catalogue.json", '{"services": {"acme-summaries": "Acme Summaries"}}');
    expect(await lint(["policy.json"])).toMatchObject({ code: 3 });
    expect(await lint(["policy.json", "--catalogue", "catalogue.json"])).toMatchObject({ code: 0 });
  });

  test.each([
    [
      '{"services": {"Acme": "Acme"}}',
      /^withhold: catalogue `c.json`, line 1, column 15: service key `Acme`: use /,
    ],
    [
      '{"services": {"lex": "Lex"}}',
      /^withhold: catalogue `c.json`, line 1, column 15: service `lex` is already known/,
    ],
    ["{", /^withhold: catalogue `c.json`, line 1, column 2: /],
    [undefined, /^withhold: catalogue `c.json` cannot be read: there is no such file\n$/],
  ])("%s ends the command with 2", async (content, says) => {
    put("policy.json", good);
    if (content !== undefined) put("c.json", content);
    const { code, stdout, stderr } = await lint(["policy.json", "--catalogue", "c.json"]);
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toMatch(says);
  });
});

describe("an organization", () => {
  /** Nothing enabled, one policy attached nowhere, one whose lock holds its leaf open. */
  const organization = (changes: object = {}): string =>
    JSON.stringify({
      version: 1,
      provenance: { source: "test", readAt: "2026-11-24T00:00:00Z" },
      enabledTypes: [],
      root: { id: "r-ab12" },
      units: [],
      accounts: [{ id: "111111111111", name: "Lab", parentId: "r-ab12" }],
      policies: [
        { id: "p-11111111", name: "OptOut", type: "AISERVICES_OPT_OUT_POLICY", content: good },
        { id: "p-22222222", name: "Spare", type: "AISERVICES_OPT_OUT_POLICY", content: good },
      ],
      attachments: [{ policyId: "p-11111111", targetId: "r-ab12" }],
      attachmentOrder: "known",
      unread: [],
      ...changes,
    });

  test("is checked policy by policy, and each where it is attached", async () => {
    put("org.json", organization());
    const { code, stdout } = await lint(["--org", "org.json", "--output", "csv"]);
    expect(code).toBe(3);
    const rules = stdout
      .replaceAll('"', "")
      .split("\r\n")
      .map((line) => line.split(",").slice(0, 5).join(","));
    expect(rules).toEqual(
      expect.arrayContaining([
        "OptOut (p-11111111),,,error,type-not-enabled",
        expect.stringMatching(/^Spare \(p-22222222\),,,\w+,unattached-policy$/),
      ]),
    );
  });

  test("points at the file where a policy stands in one", async () => {
    const origin = { file: "base.json", line: 3, column: 5 };
    const policies = [
      { id: "p-1", name: "Bad", type: "AISERVICES_OPT_OUT_POLICY", content: misspelt, origin },
    ];
    put("org.json", organization({ policies, attachments: [] }));
    const { stdout } = await lint(["--org", "org.json"]);
    expect(stdout).toMatch(/^base\.json:3:18 +error +unknown-service /m);
  });

  test("of which something could not be read is undetermined, never clean", async () => {
    const unread = [{ what: "the policies", why: "access was denied" }];
    const enabledTypes = ["AISERVICES_OPT_OUT_POLICY"];
    put("org.json", organization({ enabledTypes, policies: [], attachments: [], unread }));
    const { code, stdout } = await lint(["--org", "org.json"]);
    expect([code, stdout]).toEqual([4, expect.stringContaining("access was denied")]);
  });

  test.each([
    [["--org", "org.json", "policy.json"], "give files or --org, not both"],
    [["--org", "org.json", "--fix"], "fixes are made in policy files; name them without --org"],
    [[], "which files? name policy files, or give --org FILE"],
    [["--org", "absent.json"], "absent.json"],
  ])("%j is wrong usage", async (words, message) => {
    put("org.json", organization());
    put("policy.json", good);
    expect(await lint(words)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});
