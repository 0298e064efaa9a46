import { expect, test } from "vitest";
import { compiledPolicy, requestOf } from "../arbitrary-policies.fixture.js";
import { authorize } from "./authorize.js";
import type { AuthorizationInput } from "./authorize.js";
import { describeDecision } from "./describe-decision.js";

const request = requestOf({ action: "organizations:ListRoots", resource: "*", context: {} });
const who = "arn:aws:iam::111111111111:user/ana";
const allow = { Effect: "Allow", Action: "*", Resource: "*" };
const deny = { Sid: "NoLists", Effect: "Deny", Action: "organizations:List*", Resource: "*" };

function words(input: Omit<AuthorizationInput, "request">): string {
  return describeDecision(authorize({ ...input, request }), request);
}

test("names every policy that blocks, with its statement and its level", () => {
  const guards = compiledPolicy([deny, { ...deny, Sid: "" }], "service-control");
  expect(
    words({
      caller: { identity: [] },
      serviceControl: {
        isManagementAccount: false,
        levels: [
          { id: "r-abcd", policies: [guards] },
          { id: "ou-abcd-1", policies: [] },
        ],
      },
    }),
  ).toBe(
    `${who} may not perform organizations:ListRoots on *: denied by service control policy \`service-control\` ` +
      "(statement `NoLists`), `service-control` (statement 2) at `r-abcd`; " +
      "no service control policy at `ou-abcd-1` allows it; no identity policy allows it",
  );
});

test("names what allows", () => {
  expect(words({ caller: { identity: [compiledPolicy([allow], "managed")] } })).toBe(
    `${who} may perform organizations:ListRoots on *: allowed by identity policy \`managed\` (statement 1)`,
  );
});

test("says that a root user needs no policy", () => {
  const arn = "arn:aws:iam::111111111111:root";
  const root = { ...request, principal: { type: "root" as const, arn, accountId: "111111111111" } };
  const decision = authorize({ request: root, caller: { identity: [] } });
  expect(describeDecision(decision, root)).toBe(
    `${arn} may perform organizations:ListRoots on *: a root user needs no identity policy`,
  );
});
