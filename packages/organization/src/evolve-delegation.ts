// How events change delegation: the part of `evolve` that is its.

import type { DelegationEvent } from "./delegation-events.js";
import { known } from "./known.js";
import type { Organization } from "./state/organization.js";
import { ResourcePolicy } from "./state/resource-policy.js";
import type { MemberAccount } from "./state/tree-node.js";

type EventOf<Type extends DelegationEvent["type"]> = Extract<DelegationEvent, { readonly type: Type }>;

/** `at` in milliseconds since the epoch. */
export function evolveDelegation(organization: Organization, event: DelegationEvent, at: number): void {
  switch (event.type) {
    case "resource-policy.created":
    case "resource-policy.updated":
      return putResourcePolicy(organization, event);
    case "resource-policy.deleted":
      return organization.deleteResourcePolicy();
    case "service-access.enabled":
      return enableService(organization, event, at);
    case "service-access.disabled":
      return void organization.serviceAccess.delete(event.servicePrincipal);
    case "delegated-administrator.registered":
      return register(organization, event, at);
    case "delegated-administrator.deregistered":
      return deregister(organization, event);
  }
}

function putResourcePolicy(
  organization: Organization,
  event: EventOf<"resource-policy.created" | "resource-policy.updated">,
): void {
  const id =
    event.type === "resource-policy.created"
      ? event.resourcePolicyId
      : known(organization.resourcePolicy?.id, "the resource policy");
  organization.resourcePolicy = new ResourcePolicy(id, event.content);
}

function enableService(
  organization: Organization,
  { servicePrincipal }: EventOf<"service-access.enabled">,
  enabledAt: number,
): void {
  organization.serviceAccess.add(servicePrincipal, { servicePrincipal, enabledAt });
}

function register(
  organization: Organization,
  event: EventOf<"delegated-administrator.registered">,
  at: number,
): void {
  const member = memberOf(organization, event);
  organization.delegatedAdministrators.register(member, event.servicePrincipal, at);
}

function deregister(
  organization: Organization,
  event: EventOf<"delegated-administrator.deregistered">,
): void {
  const { id } = memberOf(organization, event);
  organization.delegatedAdministrators.deregister(id, event.servicePrincipal);
}

function memberOf(organization: Organization, { accountId }: { readonly accountId: string }): MemberAccount {
  return known(organization.accounts.get(accountId), accountId);
}
