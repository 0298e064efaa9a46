// The loader refuses what would quietly test less.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadInheritanceVectors } from "./load-inheritance-vectors.js";

const content = { services: { lex: { opt_out_policy: { "@@assign": "optOut" } } } };
const good = {
  id: "one",
  source: "ours: a test",
  policyType: "AISERVICES_OPT_OUT_POLICY",
  levels: [
    { at: "root", policies: [{ name: "a", content }] },
    { at: "account", policies: [{ name: "a", content }] },
  ],
  effective: null,
};
const [root, account] = good.levels;
const unit = { at: "ou", policies: [] };

function load(files: Readonly<Record<string, unknown>>): () => unknown {
  return () => {
    const directory = mkdtempSync(join(tmpdir(), "withhold-vectors-"));
    try {
      for (const [name, value] of Object.entries(files)) {
        writeFileSync(join(directory, name), JSON.stringify(value));
      }
      return loadInheritanceVectors(directory);
    } finally {
      rmSync(directory, { recursive: true });
    }
  };
}

test("a good vector loads as it is", () => {
  expect(load({ "a.json": [good] })()).toEqual([good]);
});

test.each([
  ["a folder without vectors", {}, "no vectors in"],
  ["a file without vectors", { "a.json": [] }, "a.json: not an array of vectors"],
  ["one id in two files", { "a.json": [good], "b.json": [good] }, "`one` stands twice"],
])("%s is an error", (_, files, message) => {
  expect(load(files)).toThrow(message);
});

test.each([
  ["a flag to skip it", { ...good, skip: true }, "has the members"],
  ["no expectation", { ...good, effective: undefined }, "has the members"],
  ["an expectation that is a list", { ...good, effective: [] }, "`effective`"],
  ["an id with spaces", { ...good, id: "a b" }, "not kebab-case"],
  ["no source", { ...good, source: "" }, "`source`"],
  ["a policy type that does not merge", { ...good, policyType: "SERVICE_CONTROL_POLICY" }, "`policyType`"],
  ["no account", { ...good, levels: [root] }, "level"],
  ["the account in the middle", { ...good, levels: [root, account, account] }, "level 1 is at `account`"],
  ["six OUs", { ...good, levels: [root, ...Array.from({ length: 6 }, () => unit), account] }, "8 levels"],
  [
    "a policy attached twice",
    { ...good, levels: [root, { ...account, policies: [...root!.policies, ...root!.policies] }] },
    "level 1 attaches one twice",
  ],
  [
    "a name with two contents",
    { ...good, levels: [root, { at: "account", policies: [{ name: "a", content: {} }] }] },
    "`a` has two contents",
  ],
  [
    "a policy without content",
    { ...good, levels: [root, { at: "account", policies: [{ name: "b" }] }] },
    "has the members name",
  ],
])("a vector with %s is an error", (_, vector, message) => {
  expect(load({ "a.json": [good, { ...vector, id: vector.id === "one" ? "two" : vector.id }] })).toThrow(
    message,
  );
});
