// Policies and requests at random, of few words, so that they often meet.

import fc from "fast-check";
import { parsePolicyDocument } from "./document/parse-policy-document.js";
import type { PolicyKind } from "./document/policy-kind.js";
import type { Policy } from "./policy.js";
import type { PlainRequest, PlainStatement } from "./reference-evaluator.fixture.js";
import { accessRequest, requestContext } from "./request.js";
import type { AccessRequest, ContextValue, Principal } from "./request.js";

const few = <T>(...values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const actions = few(
  "*",
  "organizations:*",
  "organizations:List*",
  "ORGANIZATIONS:listroots",
  "iam:?et*",
  "*:*",
  "iam:*User",
);
const resources = few(
  "*",
  "arn:aws:organizations::*:policy/*",
  "arn:aws:organizations:*",
  "arn:aws:iam::*:user/${aws:username}",
  "arn:aws:iam::111111111111:user/a?a",
  "arn:*:iam::1*:user/*",
);
const texts = few("ana", "a*", "ANA", "${aws:username}", "*", "b?b", "10");
const condition = fc.dictionary(
  fc.constantFrom(
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringLikeIfExists",
    "StringNotLike",
    "ForAllValues:StringLike",
    "ForAllValues:StringNotEquals",
    "ForAnyValue:StringNotLike",
    "ForAnyValue:StringEqualsIfExists",
  ),
  fc.dictionary(fc.constantFrom("aws:UserName", "custom:tags", "custom:Owner"), texts, { maxKeys: 2 }),
  { maxKeys: 2 },
);
const typed = fc.record(
  {
    NumericLessThan: fc.record({ "custom:Age": few("10", "-1.5") }),
    NumericNotEquals: fc.record({ "custom:Age": few("10", "3") }),
    Bool: fc.record({ "aws:SecureTransport": few("true", "false") }),
    Null: fc.record({ "custom:Owner": few("true", "false") }),
  },
  { requiredKeys: [] },
);

export const arbitraryStatement: fc.Arbitrary<PlainStatement> = fc
  .record({
    Effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    actions: fc.oneof(
      actions.map((Action) => ({ Action })),
      actions.map((NotAction) => ({ NotAction })),
    ),
    resources: fc.oneof(
      resources.map((Resource) => ({ Resource })),
      resources.map((NotResource) => ({ NotResource })),
    ),
    Condition: fc.oneof(fc.constant({}), condition, typed),
  })
  .map(({ Effect, actions, resources, Condition }) => ({ Effect, ...actions, ...resources, Condition }));

export const arbitraryStatements = fc.array(arbitraryStatement, { minLength: 1, maxLength: 3 });
export const arbitraryPolicies = fc.array(arbitraryStatements, { maxLength: 3 });

const values: fc.Arbitrary<ContextValue> = fc.oneof(
  fc.constantFrom("ana", "ANA", "bob", "*", "", "10", "2"),
  fc.array(fc.constantFrom("ana", "bob", "10"), { maxLength: 2 }),
);

export const arbitraryRequest: fc.Arbitrary<PlainRequest> = fc.record({
  action: fc.constantFrom("organizations:ListRoots", "organizations:CreatePolicy", "iam:GetUser"),
  resource: fc.constantFrom(
    "*",
    "arn:aws:organizations::999999999999:policy/o-x/t/p-1",
    "arn:aws:iam::111111111111:user/ana",
    "arn:aws:iam::111111111111:user/x:y",
    "arn:aws-cn:iam::111111111111:user/bob",
  ),
  context: fc.dictionary(
    fc.constantFrom("aws:username", "custom:Tags", "custom:owner", "custom:age", "aws:SecureTransport"),
    fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: fc.constantFrom("true", "False") }),
  ),
});

export const someUser: Principal = {
  type: "user",
  arn: "arn:aws:iam::111111111111:user/ana",
  accountId: "111111111111",
};

export function requestOf({ action, resource, context }: PlainRequest): AccessRequest {
  return accessRequest({
    principal: someUser,
    action,
    resource,
    context: requestContext(Object.entries(context)),
  });
}

/** Of statements that are known to be right. */
export function compiledPolicy(statements: readonly object[], kind: PolicyKind = "role-inline"): Policy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const parsed = parsePolicyDocument(text, { kind, name: kind });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.policy;
}
