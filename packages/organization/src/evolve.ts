// How events change state: the only code that does.

import { evolveDelegation } from "./evolve-delegation.js";
import { cancelApprovalsOf, evolveHandshake } from "./evolve-handshake.js";
import type { DomainEvent } from "./events.js";
import { evolvePolicy } from "./evolve-policy.js";
import { evolveTransfer, forgetTransfersOf } from "./evolve-transfer.js";
import { known } from "./known.js";
import type { AccountCreation } from "./state/account-creations.js";
import type { Cell } from "./state/cell.js";
import { Organization } from "./state/organization.js";
import { MemberAccount, OrganizationalUnit } from "./state/tree-node.js";

/** Applies one event of a record of time `at` (milliseconds since the epoch). Total over recorded events. */
export function evolve(cell: Cell, event: DomainEvent, at: number): void {
  switch (event.type) {
    case "account.created":
    case "gov-cloud-account.created":
      return addAccount(cell, event, at);
    case "organization.created":
      return addOrganization(cell, event);
    case "account.joined":
      return join(cell, organizationOf(cell, event), event, at);
    case "account.departed":
      return depart(cell, organizationOf(cell, event), event, at);
    case "organization.deleted":
      return dissolve(cell, organizationOf(cell, event));
    case "account-creation.succeeded":
    case "gov-cloud-account-creation.succeeded":
    case "account-creation.failed":
      return finishCreation(organizationOf(cell, event), event, at);
    case "account.moved":
    case "account.closed":
    case "organizational-unit.created":
    case "organizational-unit.renamed":
    case "organizational-unit.deleted":
      return evolveTree(organizationOf(cell, event), event, at);
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
    case "responsibility-transfer.requested":
    case "responsibility-transfer.agreed":
    case "responsibility-transfer.renamed":
    case "responsibility-transfer.withdrawn":
      return evolveTransfer(cell, event, at);
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

type TreeEventType =
  | "account.moved"
  | "account.closed"
  | "organizational-unit.created"
  | "organizational-unit.renamed"
  | "organizational-unit.deleted";

/** What changes within the tree of an organization. */
function evolveTree(organization: Organization, event: EventOf<TreeEventType>, at: number): void {
  switch (event.type) {
    case "account.moved":
      return move(organization, event, at);
    case "account.closed":
      return close(organization, event, at);
    case "organizational-unit.created":
      return addUnit(organization, event, at);
    case "organizational-unit.renamed":
      return renameUnit(organization, event);
    case "organizational-unit.deleted":
      return deleteUnit(organization, event, at);
  }
}

function addAccount(
  cell: Cell,
  event: EventOf<"account.created" | "gov-cloud-account.created">,
  createdAt: number,
): void {
  const { accountId: id, email, name } = event;
  const partition = "partition" in event ? event.partition : undefined;
  cell.addAccount({ id, email, name, createdAt, partition, closedAt: undefined, organizationId: undefined });
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
  forgetTransfersOf(cell, organization.id);
  cell.handshakes.forget(organization.id);
}

function finishCreation(
  organization: Organization,
  event: EventOf<
    "account-creation.succeeded" | "gov-cloud-account-creation.succeeded" | "account-creation.failed"
  >,
  requestedAt: number,
): void {
  const { requestId: id, accountName } = event;
  organization.accountCreations.add({ id, accountName, requestedAt, result: resultOf(event) });
}

function resultOf(event: Parameters<typeof finishCreation>[1]): AccountCreation["result"] {
  if (event.type === "account-creation.failed") return { state: "FAILED", reason: event.reason };
  const { accountId } = event;
  if (event.type === "account-creation.succeeded") return { state: "SUCCEEDED", accountId };
  return { state: "SUCCEEDED", accountId, govCloudAccountId: event.govCloudAccountId };
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
