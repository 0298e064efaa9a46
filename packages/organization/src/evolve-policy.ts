// How events change policies, their types and their attachments: the part of `evolve` that is theirs.

import type { DomainEvent } from "./events.js";
import { known } from "./known.js";
import type { Organization } from "./state/organization.js";
import { Policy } from "./state/policy.js";

type PolicyEvent = Extract<DomainEvent, { readonly type: `policy.${string}` | `policy-type.${string}` }>;
type EventOf<Type extends PolicyEvent["type"]> = Extract<PolicyEvent, { readonly type: Type }>;

/** `at` in milliseconds since the epoch. */
export function evolvePolicy(organization: Organization, event: PolicyEvent, at: number): void {
  switch (event.type) {
    case "policy-type.put-in-force":
      return putInForce(organization, event, at);
    case "policy-type.enabled":
      return enable(organization, event, at);
    case "policy-type.disabled":
      return organization.disable(event.policyType, at);
    case "policy.created":
      return addPolicy(organization, event, at);
    case "policy.updated":
      return updatePolicy(organization, event, at);
    case "policy.deleted":
      return remove(organization, event);
    case "policy.attached":
      return attach(organization, event, at);
    case "policy.detached":
      return detach(organization, event, at);
  }
}

function putInForce(
  organization: Organization,
  event: EventOf<"policy-type.put-in-force">,
  at: number,
): void {
  const { policyType, defaultPolicyId: policyId } = event;
  organization.putInForce(policyType, policyOf(organization, { policyId }), at);
}

function enable(organization: Organization, event: EventOf<"policy-type.enabled">, at: number): void {
  const { policyType, defaultPolicyId: policyId } = event;
  organization.enable(
    policyType,
    policyId === undefined ? undefined : policyOf(organization, { policyId }),
    at,
  );
}

function addPolicy(organization: Organization, event: EventOf<"policy.created">, at: number): void {
  const { policyId: id, policyType: type, awsManaged = false } = event;
  organization.addPolicy(new Policy({ ...event, id, type, awsManaged, at }));
}

function updatePolicy(organization: Organization, event: EventOf<"policy.updated">, at: number): void {
  const policy = policyOf(organization, event);
  if (event.name !== undefined) organization.renamePolicy(policy, event.name);
  policy.description = event.description ?? policy.description;
  if (event.content !== undefined) organization.rewritePolicy(policy, event.content, at);
}

function remove(organization: Organization, event: EventOf<"policy.deleted">): void {
  organization.deletePolicy(policyOf(organization, event));
}

function attach(organization: Organization, event: EventOf<"policy.attached">, at: number): void {
  organization.attach(policyOf(organization, event), targetOf(organization, event), at);
}

function detach(organization: Organization, event: EventOf<"policy.detached">, at: number): void {
  organization.detach(policyOf(organization, event), targetOf(organization, event), at);
}

function policyOf(organization: Organization, { policyId }: { readonly policyId: string }): Policy {
  return known(organization.policies.get(policyId), policyId);
}

function targetOf(
  organization: Organization,
  { targetId }: { readonly targetId: string },
): ReturnType<Organization["node"]> & object {
  return known(organization.node(targetId), targetId);
}
