import { expect, test } from "vitest";
import { chainLevels } from "./chain-levels.js";
import type { Statement } from "./chain-levels.js";
import { hindranceText, outcomeWords, statementText } from "./chain-levels.js";
import { explainedNode, explanationFor } from "./explained-node.js";
import { nodeRows } from "./node-rows.js";
import { optInToLex, optOutOfAll, organizationWith } from "./organization.fixture.js";

const lex = { kind: "service", key: "lex", name: "Amazon Lex" } as const;

const organization = organizationWith({
  contents: { "p-all": optOutOfAll, "p-lex": optInToLex, "p-polly": optInToLex.replace("lex", "polly") },
  attachments: [
    { policyId: "p-all", targetId: "r-root" },
    { policyId: "p-polly", targetId: "ou-root-prod" },
    { policyId: "p-lex", targetId: "ou-root-prod" },
  ],
});
const rows = nodeRows(organization);

function levelsFor(id: string) {
  const explained = explainedNode(organization.evaluation, rows.byId.get(id)!);
  return chainLevels(explained.evaluation, explanationFor(explained, lex));
}

test("each level has its policies in attachment order, and what each says for the service", () => {
  const levels = levelsFor("333333333333");
  expect(levels.map(({ level, policies }) => [level.name, policies.map(({ id }) => id)])).toEqual([
    ["Root", ["p-all"]],
    ["Production", ["p-polly", "p-lex"]],
    ["EU", []],
    ["Data", []],
  ]);
  const said = levels
    .flatMap(({ policies }) => policies)
    .map(({ id, statements }) => [id, statements.map(({ outcome }) => outcome)]);
  expect(said).toEqual([
    ["p-all", ["won"]],
    ["p-polly", []],
    ["p-lex", ["blocked"]],
  ]);
});

test("a blocked statement names the policy and level of the lock", () => {
  const blocked = levelsFor("333333333333")[1]!.policies[1]!.statements[0]!;
  expect(blocked.by.map(({ policyId, level }) => [policyId, level.kind])).toEqual([["p-all", "root"]]);
  expect(statementText(blocked, "Amazon Lex")).toBe("Says opt in for Amazon Lex");
  expect(hindranceText(blocked)).toBe("a lock forbids it, in");
});

test("for an OU an account is imagined there, the last of the chain", () => {
  const levels = levelsFor("ou-root-prod");
  expect(levels.map(({ level }) => level.kind)).toEqual(["root", "unit", "account"]);
});

test("what does not count says why, and what decides says nothing more", () => {
  const statement = levelsFor("333333333333")[0]!.policies[0]!.statements[0]!;
  const outcomes = Object.keys(outcomeWords) as Statement["outcome"][];
  const texts = outcomes.map((outcome) => hindranceText({ ...statement, outcome, by: [statement.place] }));
  expect(new Set(texts).size).toBe(outcomes.length);
  expect(texts[outcomes.indexOf("won")]).toBeUndefined();
});

test("a policy that is attached at two levels says at each only what became of it there", () => {
  const { evaluation } = organizationWith({
    contents: { "p-all": optOutOfAll },
    attachments: [
      { policyId: "p-all", targetId: "r-root" },
      { policyId: "p-all", targetId: "ou-root-eu" },
    ],
  });
  const explained = { evaluation, accountId: "333333333333", isImagined: false };
  const outcomes = chainLevels(evaluation, explanationFor(explained, lex)).map(({ policies }) =>
    policies.flatMap(({ statements }) => statements.map(({ outcome }) => outcome)),
  );
  expect(outcomes).toEqual([["won"], [], ["blocked"], []]);
});
