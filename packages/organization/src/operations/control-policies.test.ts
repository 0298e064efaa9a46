import { expect, test } from "vitest";
import { ExampleCell, denyAll, denyEveryone, rcpType, scpType } from "../example-cell.fixture.js";

const create = (cell: ExampleCell, Type: typeof scpType | typeof rcpType, Content: string, quotas = {}) =>
  cell.act("CreatePolicy", { Type, Name: "New", Description: "", Content }, { quotas });
const document = (changes: object): string => {
  const statement = { Effect: "Deny", Action: "s3:*", Resource: "*", ...changes };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
};

test.each([
  [scpType, "null", "$ (line 1, column 1): found `null`; a policy is one JSON object"],
  [scpType, "{", "$ (line 1, column 2): "],
  [scpType, "{}", "no `Statement`"],
  [scpType, document({ Principal: "*" }), "$.Statement[0].Principal (line 1, column "],
  [scpType, document({ Action: "s3" }), "$.Statement[0].Action (line 1, column "],
  [
    scpType,
    document({ Condition: { Bool: { "aws:SecureTransport": "maybe" } } }),
    "$.Statement[0].Condition.Bool",
  ],
  [rcpType, denyAll, "$.Statement[0] (line 1, column 38): no `Principal`"],
  [rcpType, document({ Principal: "*", Effect: "Allow" }), "$.Statement[0].Effect (line 1, column "],
] as const)("%s %s is refused with the place", (type, content, message) => {
  const cell = new ExampleCell();
  expect(() => create(cell, type, content)).toThrow(message);
  const spared = cell.policy("Spared", type === scpType ? denyAll : denyEveryone, type);
  const update = (): unknown => cell.act("UpdatePolicy", { PolicyId: spared, Content: content });
  expect(update).toThrow(message);
  expect(cell.act("DescribePolicy", { PolicyId: spared }).Policy?.Content).not.toBe(content);
});

test("a control policy may be as long as the quota says, not as AWS does", () => {
  const cell = new ExampleCell();
  const long = denyAll + " ".repeat(6000);
  expect(() => create(cell, scpType, long)).toThrow("characters");
  expect(create(cell, scpType, long, { controlPolicyCharactersMax: 7000 }).Policy?.Content).toBe(long);
});
