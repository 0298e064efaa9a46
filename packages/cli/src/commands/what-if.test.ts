// `withhold what-if`: what flips, what is erased, and in which order changes are made.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { onExample, organization } from "./example.fixture.js";

const whatIf = async (...words: readonly string[]): ReturnType<typeof onExample> =>
  onExample("what-if", ...words);
const lock = "examples/policies/opt-out-of-everything.json";
const share = "examples/policies/share-transcribe.json";

test("an exception taken away opts out, and erases what was kept", async () => {
  const { code, stdout, stderr } = await whatIf("--detach", "ShareTranscribe=Speech Lab");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatchInlineSnapshot(`
    "Warning: content that these services have kept is deleted for good: transcribe; for 444444444444 (Speech Lab).
    Something flips for 1 of 5 accounts.
    For 444444444444 (Speech Lab):
      opted in becomes opted out: transcribe
    "
  `);
});

test("rows for programs", async () => {
  const { stdout } = await whatIf("--detach", "ShareTranscribe=444444444444", "--output", "csv");
  expect(stdout.trimEnd().split("\r\n")).toEqual([
    "account_id,account,service,before,after,erases",
    '444444444444,"Root/Research/Speech Lab",transcribe,"opted in","opted out",yes',
  ]);
});

describe("exit codes", () => {
  test.each([
    [
      "nothing flips",
      [
        "--edit",
        `OptOutByDefault=${lock}`,
        "--detach",
        "LockProduction=Production",
        "--detach",
        "ShareTranscribe=Speech Lab",
      ],
      0,
    ],
    ["content would be erased", ["--edit", `OptOutByDefault=${lock}`], 0],
    [
      "content would be erased, warnings counted",
      ["--edit", `OptOutByDefault=${lock}`, "--fail-on", "warning"],
      3,
    ],
    ["an account loses its opt-out", ["--move", "Checkout=Research"], 3],
    ["a new policy, made and attached", ["--create", `New=${share}`, "--attach", "New=Vision Lab"], 3],
    ["attached before it was made", ["--attach", "New=Vision Lab", "--create", `New=${share}`], 2],
    ["the type disabled", ["--disable-type", "AISERVICES_OPT_OUT_POLICY"], 3],
    ["an OU moved below itself", ["--move", "Production=Payments"], 2],
    ["a policy that is not there", ["--detach", "Nothing=Root"], 2],
    ["a policy that is not attached there", ["--detach", "OptOutByDefault=Research"], 2],
    ["a word without =", ["--attach", "New"], 2],
    ["no change", [], 2],
    ["changes and afterwards", ["--after", organization, "--move", "Checkout=Research"], 2],
  ])("%s", async (_, words, code) => {
    expect(await whatIf(...words)).toMatchObject({ code });
  });

  test("a change that AWS would refuse is refused, with its number", async () => {
    const bad = join(temporaryDirectory(), "bad.json");
    writeFileSync(bad, '{"services":{}}');
    const { code, stderr } = await whatIf("--move", "Checkout=Research", "--edit", `ShareTranscribe=${bad}`);
    expect(code).toBe(2);
    expect(stderr).toContain("change 2 of 2: the content would be refused: ");
  });
});

describe("afterwards", () => {
  test("as a second organization", async () => {
    const folder = temporaryDirectory();
    const before = readFileSync(organization, "utf8");
    const after = join(folder, "after.json");
    const text = before.replace('"parentId":"ou-exam-payments00"', '"parentId":"ou-exam-research00"');
    expect(text).not.toBe(before);
    writeFileSync(after, text);
    const { code, stdout } = await whatIf("--after", after);
    expect(code).toBe(3);
    expect(stdout).toContain("For 222222222222 (Checkout):\n  opted out becomes opted in: transcribe");
  });

  test("counts accounts that only one of the two has", async () => {
    const { stdout } = await whatIf("--after", "examples/terraform/state.json");
    expect(stdout).toContain("Not compared: 5 accounts that are gone afterwards, 4 that are new.");
  });
});
