// A user of a member account, a delegated administrator, under policies of every kind: what a call has to pass at most.

import { accessKeySecretName } from "@withhold/identity";
import type { IdentityEvent } from "@withhold/identity";
import type { DomainEvent } from "@withhold/organization";
import { organizationId, parentOfSample, rootId, sampleAccountId } from "./sample-organization.js";
import type { SigningKeys } from "./signed-call.js";

export const sampleUserKeys: SigningKeys = {
  accessKeyId: "AKIAWITHHOLDBENCH001",
  secretAccessKey: "withhold-bench-withhold-bench-withhold-u",
};

export const sampleUserSecrets: ReadonlyMap<string, string> = new Map([
  [accessKeySecretName(sampleUserKeys.accessKeyId), sampleUserKeys.secretAccessKey],
]);

const accountId = sampleAccountId(0);
const holderId = "AIDAWITHHOLDBENCH0001";

const documentOf = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement });
const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const regions = { StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } };
const guards = documentOf(
  everything,
  { Sid: "Regions", Effect: "Deny", Action: "*", Resource: "*", Condition: regions },
  { Sid: "Stay", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
);
const types = { StringEquals: { "organizations:PolicyType": ["AISERVICES_OPT_OUT_POLICY"] } };
const reads = documentOf(
  { Effect: "Allow", Action: ["organizations:Describe*", "organizations:List*"], Resource: "*" },
  { Effect: "Allow", Action: "organizations:*Policy", Resource: "*", Condition: types },
  { Effect: "Deny", Action: ["organizations:DeletePolicy", "iam:*"], Resource: "*" },
);

/** Service control policies at the root, at the OU and at the account, and the user with its policy and key. */
export function* sampleUser(units: number): Generator<{
  readonly operation: string;
  readonly events: readonly (DomainEvent | IdentityEvent)[];
}> {
  const policyType = "SERVICE_CONTROL_POLICY";
  const levels = [rootId, parentOfSample(0, units), accountId];
  yield {
    operation: "EnablePolicyType",
    events: [{ type: "policy-type.enabled", organizationId, policyType }],
  };
  // Every other account needs an allow, too, from the root alone: nothing is measured there.
  for (const [index, targetId] of levels.entries()) {
    const policyId = `p-control00${index}`;
    const facts = { policyId, policyType, name: `Guard ${index}`, description: "", content: guards } as const;
    yield {
      operation: "CreatePolicy",
      events: [
        { type: "policy.created", organizationId, ...facts },
        { type: "policy.attached", organizationId, policyId, targetId },
      ],
    };
  }
  const servicePrincipal = "bench.amazonaws.com";
  yield {
    operation: "RegisterDelegatedAdministrator",
    events: [{ type: "delegated-administrator.registered", organizationId, accountId, servicePrincipal }],
  };
  yield {
    operation: "iam:CreateUser",
    events: [
      { type: "user.created", accountId, userId: holderId, name: "bench", path: "/", tags: [] },
      { type: "inline-policy.put", accountId, holderId, policyName: "reads", document: reads },
      { type: "user-access-key.created", accountId, holderId, accessKeyId: sampleUserKeys.accessKeyId },
    ],
  };
}
