import { expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";
import { delegableActions } from "./delegable-actions.js";

const base = { Effect: "Allow", Principal: "*", Action: "organizations:ListRoots", Resource: "*" };
const put = (...statements: readonly object[]): string => {
  const cell = new ExampleCell();
  const own = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const Content = own.replaceAll("ORGANIZATION", cell.organization);
  return cell.refusal("PutResourcePolicy", { Content });
};
const outcome = (changes: object): string =>
  put({ ...base, ...changes }).replace("InvalidInputException: ", "");

test.each(delegableActions)("%s can be delegated", (name) => {
  expect(outcome({ Action: `organizations:${name}` })).toBe("accepted");
});

const action = "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY";
test.each([
  ["organizations:*", "accepted"],
  ["*", action],
  ["organizations:List*", "accepted"],
  ["organizations:attachpolicy", "accepted"],
  ["Organizations:AttachPolicy", "accepted"],
  ["organizations:PutResourcePolicy", action],
  ["organizations:MoveAccount", action],
  ["organizations:Create*Account", action],
  ["organizations:ListThings", action],
  ["s3:GetObject", action],
  [["organizations:ListRoots", "organizations:CloseAccount"], action],
])("action %s: %s", (Action, expected) => {
  expect(outcome({ Action })).toBe(expected);
});

const principal = "INVALID_PRINCIPAL";
test.each([
  [{ Principal: { AWS: "222222222222" } }, "accepted"],
  [
    { Principal: { AWS: ["arn:aws:iam::222222222222:root", "arn:aws:iam::222222222222:role/x"] } },
    "accepted",
  ],
  [{ Effect: "Deny", Principal: undefined, NotPrincipal: { AWS: "222222222222" } }, "accepted"],
  [{ Principal: { AWS: "someone" } }, principal],
  [{ Principal: { Service: "transcribe.amazonaws.com" } }, principal],
  [{ Principal: { AWS: "222222222222", Federated: "accounts.example.com" } }, principal],
  [{ Principal: undefined }, "INVALID_RESOURCE_POLICY_JSON"],
])("principal %j: %s", (changes, expected) => {
  expect(outcome(changes)).toBe(expected);
});

const resource = "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY";
const ours = "arn:aws:organizations::111111111111";
test.each([
  [`${ours}:policy/ORGANIZATION/aiservices_opt_out_policy/*`, "accepted"],
  [`${ours}:root/ORGANIZATION/r-abcd`, "accepted"],
  [`${ours}:ou/*`, "accepted"],
  [`${ours}:*`, "accepted"],
  ["arn:aws:organizations::*", "accepted"],
  ["arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", "accepted"],
  [`${ours}:policy/o-elsewhere00/*`, resource],
  ["arn:aws:organizations::222222222222:ou/*", resource],
  ["arn:aws-cn:organizations::111111111111:ou/*", resource],
  [`${ours}:bucket/*`, resource],
  ["arn:aws:s3:::bucket", resource],
  ["everything", resource],
])("resource %s: %s", (Resource, expected) => {
  expect(outcome({ Resource })).toBe(expected);
});

const type = "UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY";
test.each([
  ["StringEquals", "AISERVICES_OPT_OUT_POLICY", "accepted"],
  ["StringLikeIfExists", "*_OPT_OUT_POLICY", "accepted"],
  ["Null", "true", "accepted"],
  ["StringEquals", "*_OPT_OUT_POLICY", type],
  ["StringLike", "NOTHING_*", type],
  ["StringNotEquals", ["TAG_POLICY", "OPT_OUT"], type],
  ["StringEquals", 7, type],
])("policy type by %s %s: %s", (operator, value, expected) => {
  expect(outcome({ Condition: { [operator]: { "Organizations:PolicyType": value } } })).toBe(expected);
});

test("the first problem gives the reason, and the message has all of them with their places", () => {
  const cell = new ExampleCell();
  const Statement = [
    base,
    { ...base, Action: "organizations:CloseAccount", Resource: "arn:aws:s3:::bucket" },
  ];
  const refused = (): unknown => cell.act("PutResourcePolicy", { Content: JSON.stringify({ Statement }) });
  expect(refused).toThrow(
    "$.Statement[1].Action: `organizations:CloseAccount` cannot be delegated; docs/operations.md lists what can\n" +
      "$.Statement[1].Resource: `arn:aws:s3:::bucket` is nothing of this organization",
  );
});

test("a pattern made to be tried for ever is refused at once", () => {
  const Action = `organizations:${"*a".repeat(15_000)}*b`;
  expect(outcome({ Action })).toBe(action);
});
