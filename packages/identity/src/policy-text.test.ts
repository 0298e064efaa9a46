import { accessRequest, identityDecision, requestContext, trustDecision } from "@withhold/iam";
import type { PolicyKind } from "@withhold/iam";
import { expect, test } from "vitest";
import { compiledPolicy } from "./policy-text.js";

const principal = {
  type: "user",
  arn: "arn:aws:iam::111111111111:user/ana",
  accountId: "111111111111",
} as const;
const request = accessRequest({
  principal,
  action: "sts:AssumeRole",
  resource: "arn:aws:iam::111111111111:role/r",
  context: requestContext([]),
});

test.each<PolicyKind>(["managed", "session", "service-control"])(
  "a %s policy that cannot be read denies everything",
  (kind) => {
    const policy = compiledPolicy("{", kind, "old");
    expect(identityDecision(request, { identity: [policy] })).toMatchObject({
      outcome: "explicit-deny",
      blockedBy: [{ statements: [{ policy: "old, which cannot be read" }] }],
    });
  },
);

test("a trust policy that cannot be read lets nobody in", () => {
  const policy = compiledPolicy("{", "trust", "old");
  const caller = { identity: [] };
  const { outcome } = trustDecision(request, caller, { accountId: "111111111111", policy });
  expect(outcome).toBe("explicit-deny");
});
