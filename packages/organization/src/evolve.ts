// How events change state: the only code that does.

import { evolveDelegation } from "./evolve-delegation.js";
import { cancelApprovalsOf, evolveHandshake } from "./evolve-handshake.js";
import type { DomainEvent } from "./events.js";
import { evolvePolicy } from "./evolve-policy.js";
import { known } from "./known.js";
import type { Cell } from "./state/cell.js";
import { Organization } from "./state/organization.js";
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
      return move(organizationOf(cell, event), event, at);
    case "account.closed":
      return close(organizationOf(cell, event), event, at);
    case "account.departed":
      return depart(cell, organizationOf(cell, event), event, at);
    case "organization.deleted":
      return dissolve(cell, organizationOf(cell, event));
    case "account-creation.succeeded":
    case "account-creation.failed":
      return finishCreation(organizationOf(cell, event), event, at);
    case "organizational-unit.created":
      return addUnit(organizationOf(cell, event), event, at);
    case "organizational-unit.renamed":
      return renameUnit(organizationOf(cell, event), event);
    case "organizational-unit.deleted":
      return deleteUnit(organizationOf(cell, event), event, at);
    case "policy-type.put-in-force":
    case "policy-type.enabled":
    case "policy-type.disabled":
    case "policy.created":
    case "policy.updated":
    case "policy.deleted":
    case "policy.attached":
    case "policy.detached":
      return evolvePolicy(organizationOf(cell, event), event, at);
    case "resource.tagged":
      return organizationOf(cell, event).tags.set(event.resourceId, event.tags);
    case "resource.untagged":
      return organizationOf(cell, event).tags.delete(event.resourceId, event.keys);
    case "resource-policy.created":
    case "resource-policy.updated":
    case "resource-policy.deleted":
    case "service-access.enabled":
    case "service-access.disabled":
    case "delegated-administrator.registered":
    case "delegated-administrator.deregistered":
      return evolveDelegation(organizationOf(cell, event), event, at);
    case "invitation.sent":
    case "all-features.requested":
    case "all-features.enabled":
    case "handshake.accepted":
    case "handshake.declined":
    case "handshake.canceled":
      return evolveHandshake(cell, event, at);
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
  cell.addAccount({ id, email, name, createdAt: at, closedAt: undefined, organizationId: undefined });
}

function addOrganization(cell: Cell, event: EventOf<"organization.created">): void {
  cell.organizations.set(event.organizationId, new Organization({ ...event, id: event.organizationId }));
}

function join(cell: Cell, organization: Organization, event: EventOf<"account.joined">, at: number): void {
  const account = known(cell.accounts.get(event.accountId), event.accountId);
  const parent = known(organization.parent(event.parentId), event.parentId);
  account.organizationId = organization.id;
  const membership = { account, method: event.method, joinedAt: at };
  organization.addAccount(new MemberAccount(membership, parent), at);
}

function move(organization: Organization, event: EventOf<"account.moved">, at: number): void {
  const parent = known(organization.parent(event.parentId), event.parentId);
  organization.moveAccount(memberOf(organization, event), parent, at);
}

function close(organization: Organization, event: EventOf<"account.closed">, at: number): void {
  memberOf(organization, event).membership.account.closedAt = at;
  organization.closures.add(at);
}

function depart(
  cell: Cell,
  organization: Organization,
  event: EventOf<"account.departed">,
  at: number,
): void {
  const member = memberOf(organization, event);
  cancelApprovalsOf(cell, event, at);
  organization.deleteAccount(member, at);
  member.membership.account.organizationId = undefined;
}

function dissolve(cell: Cell, organization: Organization): void {
  for (const { membership } of organization.accounts.values()) membership.account.organizationId = undefined;
  cell.organizations.delete(organization.id);
  cell.handshakes.forget(organization.id);
}

function finishCreation(
  organization: Organization,
  event: EventOf<"account-creation.succeeded" | "account-creation.failed">,
  at: number,
): void {
  organization.accountCreations.add({
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
  organization.addUnit(new OrganizationalUnit(event.unitId, parent, event.name), at);
}

function renameUnit(organization: Organization, event: EventOf<"organizational-unit.renamed">): void {
  const unit = unitOf(organization, event);
  unit.parent.renameUnit(unit, event.name);
}

function deleteUnit(
  organization: Organization,
  event: EventOf<"organizational-unit.deleted">,
  at: number,
): void {
  organization.deleteUnit(unitOf(organization, event), at);
}

function organizationOf(cell: Cell, { organizationId }: { readonly organizationId: string }): Organization {
  return known(cell.organizations.get(organizationId), organizationId);
}

function memberOf(organization: Organization, { accountId }: { readonly accountId: string }): MemberAccount {
  return known(organization.accounts.get(accountId), accountId);
}

function unitOf(organization: Organization, { unitId }: { readonly unitId: string }): OrganizationalUnit {
  return known(organization.units.get(unitId), unitId);
}
