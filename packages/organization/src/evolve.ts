// How events change state: the only code that does.

import type { DomainEvent } from "./events.js";
import type { Cell } from "./state/cell.js";
import { Organization } from "./state/organization.js";
import { Policy } from "./state/policy.js";
import { MemberAccount, OrganizationalUnit } from "./state/tree-node.js";

/** Applies one event of a record of time `at` (milliseconds since the epoch). Total over recorded events. */
export function evolve(cell: Cell, event: DomainEvent, at: number): void {
  if (event.type === "account.created") {
    cell.addAccount({
      id: event.accountId,
      email: event.email,
      name: event.name,
      createdAt: at,
      organizationId: undefined,
    });
  } else if (event.type === "organization.created") {
    cell.organizations.set(
      event.organizationId,
      new Organization({ ...event, id: event.organizationId, at }),
    );
  } else if (event.type === "account.joined") join(cell, event, at);
  else
    evolveOrganization(known(cell.organizations.get(event.organizationId), event.organizationId), event, at);
}

type OrganizationEvent = Exclude<
  DomainEvent,
  { readonly type: "account.created" | "organization.created" | "account.joined" }
>;

function evolveOrganization(organization: Organization, event: OrganizationEvent, at: number): void {
  switch (event.type) {
    case "account.moved":
      return move(organization, event.accountId, event.parentId, at);
    case "account-creation.succeeded":
    case "account-creation.failed":
      return finishCreation(organization, event, at);
    case "organizational-unit.created":
      return addUnit(organization, event, at);
    case "policy-type.enabled":
      return organization.enable(event.policyType, at);
    case "policy-type.disabled":
      return organization.disable(event.policyType, at);
    case "policy.created":
      return organization.addPolicy(
        new Policy({ ...event, id: event.policyId, type: event.policyType, awsManaged: false, at }),
      );
    case "policy.updated":
      return updatePolicy(organization, event, at);
    case "policy.deleted":
      return organization.deletePolicy(policyOf(organization, event));
    case "policy.attached":
      return organization.attach(policyOf(organization, event), targetOf(organization, event), at);
    case "policy.detached":
      return organization.detach(policyOf(organization, event), targetOf(organization, event), at);
    case "resource.tagged":
      return tag(organization, event.resourceId, event.tags);
  }
  // A journal that a newer version wrote may hold what no type here says; passing over it would falsify the state.
  throw new Error(`the journal holds \`${(event as DomainEvent).type}\`, which this version does not know`);
}

type EventOf<Type extends DomainEvent["type"]> = Extract<DomainEvent, { readonly type: Type }>;

function join(cell: Cell, event: EventOf<"account.joined">, at: number): void {
  const organization = known(cell.organizations.get(event.organizationId), event.organizationId);
  const account = known(cell.accounts.get(event.accountId), event.accountId);
  const parent = known(organization.parent(event.parentId), event.parentId);
  account.organizationId = organization.id;
  const member = new MemberAccount({ account, method: event.method, joinedAt: at }, parent);
  organization.accounts.add(member.id, member);
  parent.accounts.add(member.id, member);
  organization.attachAllManaged(member, at);
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
  parent.units.add(unit.id, unit);
  organization.attachAllManaged(unit, at);
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
