// What the documents list, against what the code has.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePolicyDocument, policyKinds } from "@withhold/iam";
import { defaultQuotas, operations } from "@withhold/organization";
import { extendCatalogue, parsePolicy } from "@withhold/policy";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

test("docs/operations.md lists the operations that are built, and no other", () => {
  const built = read("docs/operations.md").split("## Built")[1]?.split("Of STS")[0] ?? "";
  const listed = Array.from(built.matchAll(/`(\w+)`/g), ([, name]) => name ?? "");
  expect(new Set(listed)).toEqual(new Set(Object.keys(operations)));
});

test("docs/quotas.md lists every quota with its default", () => {
  const rows = read("docs/quotas.md").matchAll(/^\| `(\w+)` \| (\d+) \|/gm);
  expect(Object.fromEntries(Array.from(rows, ([, name, value]) => [name, Number(value)]))).toEqual(
    defaultQuotas,
  );
});

test("the documents in docs/policy-language.md are what they say", () => {
  const blocks = read("docs/policy-language.md").matchAll(/^```json\n([\s\S]*?)^```$/gm);
  const [policy = "", catalogue = ""] = Array.from(blocks, ([, block]) => block);
  expect(parsePolicy(policy, { type: "AISERVICES_OPT_OUT_POLICY" }).findings).toEqual([]);
  expect(extendCatalogue(catalogue)).toMatchObject({ ok: true });
});

test("docs/iam.md shows a policy that is accepted, and lists every kind with its size", () => {
  const text = read("docs/iam.md");
  const [, policy = ""] = /^```json\n([\s\S]*?)^```$/m.exec(text) ?? [];
  expect(parsePolicyDocument(policy, { kind: "managed", name: "docs" })).toMatchObject({ ok: true });
  const rows = Array.from(text.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|.* \| ([\d, ]+) \|$/gm));
  const listed = rows.flatMap(([, names = "", sizes = ""]) => {
    const characters = sizes.split(", ").map((size) => Number(size.replace(",", "")));
    return names.split(", ").map((name, index) => `${name.slice(1, -1)} ${characters[index]}`);
  });
  const sizes = Object.entries(policyKinds).map(([name, { charactersMax }]) => `${name} ${charactersMax}`);
  expect(listed.toSorted()).toEqual(sizes.toSorted());
});

test("every example policy is valid, and the example catalogue too", () => {
  const files = readdirSync(join(root, "examples/policies"));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const text = read(join("examples/policies", file));
    const { findings } = parsePolicy(text, { type: "AISERVICES_OPT_OUT_POLICY" });
    expect({ file, findings }).toEqual({ file, findings: [] });
  }
  expect(extendCatalogue(read("examples/catalogue.json"))).toMatchObject({ ok: true });
});
