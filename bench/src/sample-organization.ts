// A large organization as the operations that would have made it, each with its events.

import type { DomainEvent } from "@withhold/organization";
import { awsAiServices } from "@withhold/policy";

export interface SamplePlan {
  readonly accounts: number;
  readonly units: number;
  readonly policies: number;
}

export interface SampleOperation {
  readonly operation: string;
  readonly events: readonly DomainEvent[];
}

export const managementAccountId = "100000000000";
const organizationId = "o-bench00000";
const rootId = "r-b000";
export const optOutType = "AISERVICES_OPT_OUT_POLICY";

/** The member accounts that the sample creates, from 0 on. */
export const sampleAccountId = (index: number): string => String(200_000_000_000 + index);
export const samplePolicyId = (index: number): string => `p-${String(index).padStart(10, "0")}`;
export const sampleUnitId = (index: number): string => `ou-b000-${String(index).padStart(8, "0")}`;

/** Nine OUs under every tenth, which stands under the root. */
const parentOfUnit = (index: number): string =>
  index % 10 === 0 ? rootId : sampleUnitId(index - (index % 10));

/**
 * One policy at the root and one at every OU; accounts spread evenly over all OUs; every tenth account has a policy of
 * its own beside. Accounts are created under the root and moved, as on AWS: two operations each.
 */
export function* sampleOrganization({ accounts, units, policies }: SamplePlan): Generator<SampleOperation> {
  yield createdOrganization();
  yield one("EnablePolicyType", { type: "policy-type.enabled", policyType: optOutType });
  for (let index = 0; index < policies; index += 1) yield samplePolicy(index);
  yield attached(0, rootId);
  for (let index = 0; index < units; index += 1) {
    const unit = { unitId: sampleUnitId(index), parentId: parentOfUnit(index), name: `Unit ${index}` };
    yield one("CreateOrganizationalUnit", { type: "organizational-unit.created", ...unit });
    yield attached(index % policies, unit.unitId);
  }
  for (let index = 0; index < accounts; index += 1) {
    yield createdAccount(index);
    const accountId = sampleAccountId(index);
    const tenth = Math.floor(index / 10);
    yield one("MoveAccount", {
      type: "account.moved",
      accountId,
      parentId: sampleUnitId((index + tenth) % units),
    });
    // Scattered, so that hardly two accounts come to the same by the same way.
    if (index % 10 === 0) yield attached((tenth * 7 + Math.floor(tenth / units)) % policies, accountId);
  }
}

export function samplePolicy(index: number): SampleOperation {
  return one("CreatePolicy", {
    type: "policy.created",
    policyId: samplePolicyId(index),
    policyType: optOutType,
    name: `Policy ${index}`,
    description: "Which AI services may keep content",
    content: sampleContent(index),
  });
}

/** A new content for a policy: `edition` makes it another. */
export function updatedPolicy(index: number, edition: number): SampleOperation {
  const content = sampleContent(index + edition);
  return one("UpdatePolicy", { type: "policy.updated", policyId: samplePolicyId(index), content });
}

export function attached(policy: number, targetId: string): SampleOperation {
  return one("AttachPolicy", { type: "policy.attached", policyId: samplePolicyId(policy), targetId });
}

export function detached(policy: number, targetId: string): SampleOperation {
  return one("DetachPolicy", { type: "policy.detached", policyId: samplePolicyId(policy), targetId });
}

/** A valid opt-out document with a default and three services, 400 to 500 characters. */
export function sampleContent(index: number): string {
  const services: Record<string, object> = { default: { opt_out_policy: { "@@assign": "optOut" } } };
  for (let turn = 0; turn < 3; turn += 1) {
    const service = awsAiServices[(index * 3 + turn) % awsAiServices.length];
    const choice = (index + turn) % 4 === 0 ? "optIn" : "optOut";
    if (service !== undefined) services[service.key] = { opt_out_policy: { "@@assign": choice } };
  }
  return JSON.stringify({ services }, undefined, 2);
}

function createdOrganization(): SampleOperation {
  const accountId = managementAccountId;
  const created = {
    organizationId,
    rootId,
    partition: "aws",
    managementAccountId,
    featureSet: "ALL",
  } as const;
  return {
    operation: "CreateOrganization",
    events: [
      { type: "organization.created", ...created },
      { type: "account.joined", organizationId, accountId, parentId: rootId, method: "INVITED" },
    ],
  };
}

function createdAccount(index: number): SampleOperation {
  const accountId = sampleAccountId(index);
  const name = `Account ${index}`;
  const request = { organizationId, requestId: `car-${String(index).padStart(32, "0")}`, accountName: name };
  return {
    operation: "CreateAccount",
    events: [
      { type: "account.created", accountId, email: `account-${index}@example.com`, name },
      { type: "account.joined", organizationId, accountId, parentId: rootId, method: "CREATED" },
      { type: "account-creation.succeeded", ...request, accountId },
    ],
  };
}

type WithoutOrganization<Event> = Event extends { readonly organizationId: string }
  ? Omit<Event, "organizationId">
  : never;

function one(operation: string, event: WithoutOrganization<DomainEvent>): SampleOperation {
  return { operation, events: [{ ...event, organizationId }] };
}
