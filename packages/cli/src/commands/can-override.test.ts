// `withhold can-override`: yes with a policy that does it, no with the locks.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { inProcess, onExample } from "./example.fixture.js";

const out = "examples/policies/opt-out-by-default.json";

test("yes, with the policy; and that policy really does it", async () => {
  const { code, stdout } = await onExample(
    "can-override",
    "Research",
    "--service",
    "lex",
    "--output",
    "json",
  );
  const { points } = JSON.parse(stdout) as {
    points: { answers: { verdict: string; witness: { content: string } }[] }[];
  };
  const [answer] = points[0]!.answers;
  expect([code, answer?.verdict]).toEqual([3, "reachable"]);
  const witness = join(temporaryDirectory(), "witness.json");
  writeFileSync(witness, answer!.witness.content);
  const after = await inProcess(["effective", "--chain", out, witness, "--service", "lex"]);
  expect(after.stdout).toContain("opted in");
});

test("no, with the locks", async () => {
  const { code, stdout } = await onExample("can-override", "Production", "--service", "lex");
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "<bold>Root/Production</bold>

    No: nobody below OU "Production" (ou-exam-production) can opt in lex (Amazon Lex).
    By the service's own key: policy "LockProduction" (examples/policies/opt-out-of-everything.json:3) at OU "Production" (ou-exam-production) locks \`$.services\` for every policy below.
    Through \`default\`: policy "LockProduction" (examples/policies/opt-out-of-everything.json:7) at OU "Production" (ou-exam-production) locks \`$.services.default.opt_out_policy\` for every policy below.
    "
  `);
});

test("a remedy, which really closes it", async () => {
  const words = ["can-override", "--chain", out, "--remedy", "--output", "json"];
  const { code, stdout } = await inProcess(words);
  const { points } = JSON.parse(stdout) as { points: { remedy: { changes: { content: string }[] } }[] };
  expect(code).toBe(3);
  const mended = join(temporaryDirectory(), "mended.json");
  writeFileSync(mended, points[0]!.remedy.changes[0]!.content);
  expect(await inProcess(["can-override", "--chain", mended])).toMatchObject({ code: 0 });
});

describe("exit codes", () => {
  test.each([
    ["the root, where it is not named", [], 3],
    ["locked", ["Production"], 0],
    ["one locked, one not", ["Production", "Research"], 3],
    ["every point", ["--all"], 3],
    ["findings that count for nothing", ["--fail-on", "never"], 0],
    ["a point that is not there", ["Nowhere"], 2],
  ])("%s", async (_, words, code) => {
    expect(await onExample("can-override", ...words)).toMatchObject({
      code,
      stderr: code === 2 ? expect.anything() : "",
    });
  });

  test("nobody can opt in, and nothing is opted out: a finding", async () => {
    const file = join(temporaryDirectory(), "locked.json");
    const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
    writeFileSync(
      file,
      JSON.stringify({
        services: {
          ...none,
          lex: { ...none, opt_out_policy: none },
          default: { ...none, opt_out_policy: none },
        },
      }),
    );
    const { code, stdout } = await inProcess([
      "can-override",
      "--chain",
      file,
      "--service",
      "lex",
      "--output",
      "github",
    ]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      "title=no-opt-out::lex cannot be opted in below Root, and no policy opts out either",
    );
  });

  test("undetermined, where attachments are unread", async () => {
    const words = ["can-override", "--org", "packages/cli/fixtures/terraform/local.json", "Production"];
    const { code, stdout } = await inProcess(words);
    expect(code).toBe(4);
    expect(stdout).toContain("local.root");
  });
});

describe("formats for programs", () => {
  test("github points at the policy", async () => {
    const { stdout } = await inProcess(["can-override", "--chain", out, "--output", "github"]);
    expect(stdout).toBe(
      `::error file=${out},line=1,col=1,title=can-opt-in::every service can still be opted in below Root; --remedy says how to close it\n`,
    );
  });

  test("sarif has the rule and the place", async () => {
    const { stdout } = await inProcess(["can-override", "--chain", out, "--output", "sarif"]);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        {
          results: [
            { ruleId: "can-opt-in", locations: [{ physicalLocation: { artifactLocation: { uri: out } } }] },
          ],
        },
      ],
    });
  });

  test("junit has a case for each point", async () => {
    const { stdout } = await onExample("can-override", "Production", "Research", "--output", "junit");
    expect(stdout).toContain('tests="2" failures="1" errors="0"');
  });
});
