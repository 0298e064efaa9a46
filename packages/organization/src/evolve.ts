// How events change state: the only code that does.

import type { DomainEvent } from "./events.js";
import type { Cell } from "./state/cell.js";
import { Organization } from "./state/organization.js";
import { Policy } from "./state/policy.js";
import { MemberAccount, OrganizationalUnit } from "./state/tree-node.js";

/** Applies one event of a record of time `at` (milliseconds since the epoch). Total over recorded events. */
export function evolve(cell: Cell, event: DomainEvent, at: number): void {
  switch (event.type) {
    case "account.created":
      return addAccount(cell, event, at);
    case "organization.created":
      return addOrganization(cell, event);
    case "account.joined":
      return join(cell, organizationOf(cell, event), event, at);
    case "account.moved":
      return move(organizationOf(cell, event), event.accountId, event.parentId, at);
    case "account-creation.succeeded":
    case "account-creation.failed":
      return finishCreation(organizationOf(cell, event), event, at);
    case "organizational-unit.created":
      return addUnit(organizationOf(cell, event), event, at);
    case "policy-type.enabled":
      return enable(organizationOf(cell, event), event, at);
    case "policy-type.disabled":
      return organizationOf(cell, event).disable(event.policyType, at);
    case "policy.created":
      return addPolicy(organizationOf(cell, event), event, at);
    case "policy.updated":
      return updatePolicy(organizationOf(cell, event), event, at);
    case "policy.deleted":
      return remove(organizationOf(cell, event), event);
    case "policy.attached":
      return attach(organizationOf(cell, event), event, at);
    case "policy.detached":
      return detach(organizationOf(cell, event), event, at);
    case "resource.tagged":
      return tag(organizationOf(cell, event), event.resourceId, event.tags);
  }
  // Reached by a journal of a newer version only: passing over what it does not know would falsify the state.
  unknownEvent(event);
}

function unknownEvent(event: never): never {
  throw new Error(
    `the journal holds an event of type \`${(event as DomainEvent).type}\`, which this version does not know`,
  );
}

type EventOf<Type extends DomainEvent["type"]> = Extract<DomainEvent, { readonly type: Type }>;

function addAccount(
  cell: Cell,
  { accountId: id, email, name }: EventOf<"account.created">,
  at: number,
): void {
  cell.addAccount({ id, email, name, createdAt: at, organizationId: undefined });
}

function addOrganization(cell: Cell, event: EventOf<"organization.created">): void {
  cell.organizations.set(event.organizationId, new Organization({ ...event, id: event.organizationId }));
}

function join(cell: Cell, organization: Organization, event: EventOf<"account.joined">, at: number): void {
  const account = known(cell.accounts.get(event.accountId), event.accountId);
  const parent = known(organization.parent(event.parentId), event.parentId);
  account.organizationId = organization.id;
  const member = new MemberAccount({ account, method: event.method, joinedAt: at }, parent);
  organization.accounts.add(member.id, member);
  parent.accounts.add(member.id, member);
  organization.attachDefaults(member, at);
  organization.touched.note(member);
}

function move(organization: Organization, accountId: string, parentId: string, at: number): void {
  const member = known(organization.accounts.get(accountId), accountId);
  member.parent.accounts.delete(accountId);
  member.parent = known(organization.parent(parentId), parentId);
  member.parent.accounts.add(accountId, member);
  member.movedAt = at;
  organization.touched.note(member);
}

function finishCreation(
  organization: Organization,
  event: EventOf<"account-creation.succeeded" | "account-creation.failed">,
  at: number,
): void {
  organization.accountCreations.add(event.requestId, {
    id: event.requestId,
    accountName: event.accountName,
    requestedAt: at,
    result:
      event.type === "account-creation.succeeded"
        ? { state: "SUCCEEDED", accountId: event.accountId }
        : { state: "FAILED", reason: event.reason },
  });
}

function addUnit(
  organization: Organization,
  event: EventOf<"organizational-unit.created">,
  at: number,
): void {
  const parent = known(organization.parent(event.parentId), event.parentId);
  const unit = new OrganizationalUnit(event.unitId, parent, event.name);
  organization.units.set(unit.id, unit);
  parent.addUnit(unit);
  organization.attachDefaults(unit, at);
}

function updatePolicy(organization: Organization, event: EventOf<"policy.updated">, at: number): void {
  const policy = policyOf(organization, event);
  if (event.name !== undefined) organization.renamePolicy(policy, event.name);
  policy.description = event.description ?? policy.description;
  if (event.content !== undefined) organization.rewritePolicy(policy, event.content, at);
}

function tag(organization: Organization, resourceId: string, tags: EventOf<"resource.tagged">["tags"]): void {
  const now = organization.tags.get(resourceId) ?? new Map<string, string>();
  for (const { key, value } of tags) now.set(key, value);
  organization.tags.set(resourceId, now);
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

function remove(organization: Organization, event: EventOf<"policy.deleted">): void {
  organization.deletePolicy(policyOf(organization, event));
}

function attach(organization: Organization, event: EventOf<"policy.attached">, at: number): void {
  organization.attach(policyOf(organization, event), targetOf(organization, event), at);
}

function detach(organization: Organization, event: EventOf<"policy.detached">, at: number): void {
  organization.detach(policyOf(organization, event), targetOf(organization, event), at);
}

function organizationOf(cell: Cell, { organizationId }: { readonly organizationId: string }): Organization {
  return known(cell.organizations.get(organizationId), organizationId);
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

/** INVARIANT: a recorded event names only what earlier events made. */
function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`the journal names \`${id}\`, which no earlier record made`);
  return found;
}
