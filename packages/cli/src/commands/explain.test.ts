// `withhold explain`: what a compliance officer reads.

import { expect, test } from "vitest";
import { inProcess, onExample } from "./example.fixture.js";

test("a choice, who made it and who tried otherwise", async () => {
  const { code, stdout } = await onExample("explain", "Checkout", "--service", "transcribe");
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "Account "Checkout" (222222222222), transcribe (Amazon Transcribe): opted out; the service may not keep content to improve itself.
    This was set to optOut through \`default\`, because the service has no entry of its own, in policy "LockProduction" (examples/policies/opt-out-of-everything.json:8) at OU "Production" (ou-exam-production).
    Policy "OptOutByDefault" (examples/policies/opt-out-by-default.json:5) at the root sets \`default\` to optOut. It held until policy "LockProduction" (examples/policies/opt-out-of-everything.json:8) at OU "Production" (ou-exam-production), further down, changed it.
    Policy "ShareTranscribe" (examples/policies/share-transcribe.json:5) at account "Checkout" (222222222222) sets \`transcribe\` to optIn. It was ignored: policy "LockProduction" (examples/policies/opt-out-of-everything.json:3) at OU "Production" (ou-exam-production) locks \`$.services\` for every policy below.
    "
  `);
});

test("services with the same story are told together", async () => {
  const { stdout } = await onExample("explain", "Speech Lab");
  const paragraphs = stdout.trim().split("\n\n");
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[0]).toContain("services that no policy names: opted out");
  expect(paragraphs[0]).toContain("The same goes for aidevops, aiops, ");
  expect(paragraphs[1]).toContain("transcribe (Amazon Transcribe): opted in");
});

test.each([
  ["an opt-in", ["Speech Lab", "--fail-on", "warning"], 3],
  ["an opt-out", ["Vision Lab", "--fail-on", "warning"], 0],
  ["nobody", ["Nobody"], 2],
])("%s ends with its code", async (_, words, code) => {
  expect(await onExample("explain", ...words)).toMatchObject({ code });
});

test("what is not known is told with what it hangs on", async () => {
  const words = ["explain", "--org", "examples/terraform/state.json", "Management", "--service", "lex"];
  const { code, stdout } = await inProcess(words);
  expect(code).toBe(4);
  expect(stdout).toContain("undetermined");
  expect(stdout).toContain("no resource tells which OU holds it");
});
