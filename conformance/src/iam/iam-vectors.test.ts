// The IAM vectors are read strictly: what would quietly test less is an error.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConditionVectors, loadDecisionVectors, loadDocumentVectors } from "./iam-vectors.js";

const condition = { id: "a", source: "ours", condition: {}, context: { key: ["x"] }, holds: true };
const document = { id: "a", source: "ours", kind: "trust", document: {}, findings: [] };
const decision = {
  id: "a",
  source: "ours",
  principal: "arn:aws:iam::111111111111:root",
  action: "iam:GetUser",
  resource: "*",
  outcome: "allow",
  blockedBy: [],
};

function load(loader: (directory: string) => unknown, ...vectors: readonly object[]): unknown {
  const directory = mkdtempSync(join(tmpdir(), "withhold-vectors-"));
  try {
    if (vectors.length > 0) writeFileSync(join(directory, "a.json"), JSON.stringify(vectors));
    return loader(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test.each([
  ["conditions", loadConditionVectors, condition],
  ["documents", loadDocumentVectors, document],
  ["decisions", loadDecisionVectors, decision],
])("%s: a good vector loads, none or the same one twice does not", (_, loader, vector) => {
  expect(load(loader, vector)).toMatchObject([vector]);
  expect(() => load(loader)).toThrow("no vectors in");
  expect(() => load(loader, vector, vector)).toThrow("stands twice");
  expect(() => load(loader, { ...vector, skip: true })).toThrow("has the members");
});

test.each([
  ["a condition that holds maybe", loadConditionVectors, { ...condition, holds: "yes" }, "`holds`"],
  ["a context of numbers", loadConditionVectors, { ...condition, context: { key: 1 } }, "`context`"],
  ["an unknown kind", loadDocumentVectors, { ...document, kind: "toString" }, "`kind`"],
  ["a finding without a message", loadDocumentVectors, { ...document, findings: [{ path: "$" }] }, "members"],
  ["an unknown outcome", loadDecisionVectors, { ...decision, outcome: "deny" }, "`outcome`"],
  ["a misspelt layer", loadDecisionVectors, { ...decision, sessions: {} }, "has the members"],
  [
    "levels without policies",
    loadDecisionVectors,
    { ...decision, serviceControl: { levels: [] } },
    "members",
  ],
])("%s is an error", (_, loader, vector, message) => {
  expect(() => load(loader, vector)).toThrow(message);
});
