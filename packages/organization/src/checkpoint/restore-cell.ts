// Makes a cell out of the lines of a checkpoint: the same that replaying the journal would give.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { Roster } from "../roster.js";
import { Cell } from "../state/cell.js";
import type { DelegatedAdministrator } from "../state/delegated-administrators.js";
import { Organization } from "../state/organization.js";
import { Policy } from "../state/policy.js";
import { ResourcePolicy } from "../state/resource-policy.js";
import type { TagPair } from "../state/tags.js";
import { MemberAccount, OrganizationalUnit } from "../state/tree-node.js";
import type { Parent, TreeNode } from "../state/tree-node.js";
import type {
  AdministratorRow,
  CheckpointLine,
  HeldRow,
  LineOf,
  MemberRow,
  TagRow,
  UnitRow,
} from "./line.js";

/** Of lines in the order in which `cellLines` gives them. Throws where they are none that it would. */
export function restoreCell(lines: Iterable<CheckpointLine>): Cell {
  const cell = new Cell();
  let organization: Organization | undefined;
  for (const line of lines) {
    if (line.part === "accounts") {
      // What is undefined is no member of a row.
      for (const { closedAt, organizationId, partition, ...account } of line.rows) {
        cell.addAccount({ ...account, partition, closedAt, organizationId });
      }
    } else if (line.part === "handshakes") {
      for (const handshake of line.rows) cell.addHandshake({ ...handshake });
    } else if (line.part === "handshake-places") {
      cell.handshakes.continueAfter(line.last);
    } else if (line.part === "organization") {
      organization = newOrganization(line);
      cell.organizations.set(organization.id, organization);
    } else restorePart(cell, known(organization), line);
  }
  return cell;
}

function newOrganization(line: LineOf<"organization">): Organization {
  const organization = new Organization(line);
  organization.continueAttachmentsAfter(line.lastAttachment);
  for (const time of line.closures) organization.closures.add(time);
  return organization;
}

type Part = Exclude<CheckpointLine, LineOf<"accounts" | "handshakes" | "handshake-places" | "organization">>;

function restorePart(cell: Cell, organization: Organization, line: Part): void {
  switch (line.part) {
    case "units":
      return line.rows.forEach((row) => restoreUnit(organization, row));
    case "members":
      return line.rows.forEach((row) => restoreMember(cell, organization, row));
    case "policies":
      return line.rows.forEach((row) => organization.indexPolicy(new Policy(row)));
    case "creations":
      return line.rows.forEach((creation) => organization.accountCreations.add(creation));
    case "held":
      return line.rows.forEach((row) => restoreHeld(organization, row));
    case "tags":
      return line.rows.forEach((row) => restoreTags(organization, row));
    case "enabled":
      return line.rows.forEach(([type, id, isListed]) => {
        organization.enabledTypes.set(type, id === null ? undefined : policyOf(organization, id));
        if (!isListed) organization.unlistedTypes.add(type);
      });
    case "resource-policy":
      organization.resourcePolicy = new ResourcePolicy(line.id, line.content);
      return;
    case "service-access":
      for (const one of line.rows) organization.serviceAccess.add(one.servicePrincipal, one);
      return organization.serviceAccess.renumber(line.numbering);
    case "administrators":
      for (const row of line.rows) restoreAdministrator(organization, row);
      return organization.delegatedAdministrators.all.renumber(line.numbering);
    case "member-places":
      return organization.accounts.renumber(line.numbering);
    case "order":
      return restoreOrder(organization, line);
  }
}

function restoreUnit(organization: Organization, { id, parentId, name }: UnitRow): void {
  organization.units.set(id, new OrganizationalUnit(id, parentOf(organization, parentId), name));
}

function restoreMember(cell: Cell, organization: Organization, row: MemberRow): void {
  const { id, parentId, method, joinedAt, movedAt } = row;
  const account = known(cell.accounts.get(id));
  const member = new MemberAccount({ account, method, joinedAt }, parentOf(organization, parentId));
  member.movedAt = movedAt;
  organization.accounts.add(id, member);
}

function restoreHeld(organization: Organization, [nodeId, type, changedAt, ...held]: HeldRow): void {
  const attachments = held.map(([policyId, place]) => ({ policy: policyOf(organization, policyId), place }));
  nodeOf(organization, nodeId).setAttachments(type, attachments, changedAt);
}

function restoreTags(organization: Organization, { id, pairs, numbering }: TagRow): void {
  const tags = new Roster<TagPair>();
  for (const pair of pairs) tags.add(pair.key, pair);
  tags.renumber(numbering);
  organization.tags.restore(id, tags);
}

function restoreAdministrator(organization: Organization, row: AdministratorRow): void {
  const member = known(organization.accounts.get(row.id));
  const { services } = organization.delegatedAdministrators.enlist(member, row.since);
  for (const service of row.services) services.add(service.servicePrincipal, service);
  services.renumber(row.numbering);
}

/** Since when is told by what the account administers. */
function administratorOf(organization: Organization, service: string, id: string): DelegatedAdministrator {
  const member = known(organization.accounts.get(id));
  const { since } = known(organization.delegatedAdministrators.servicesOf(id)?.get(service));
  return { member, since };
}

function restoreOrder(organization: Organization, { what, of, keys, numbering }: LineOf<"order">): void {
  switch (what) {
    case "units": {
      const parent = parentOf(organization, of);
      for (const key of keys) parent.addUnit(known(organization.units.get(key)));
      return parent.units.renumber(numbering);
    }
    case "accounts": {
      const { accounts } = parentOf(organization, of);
      return fill(accounts, keys, numbering, (key) => known(organization.accounts.get(key)));
    }
    case "targets": {
      const { targets } = policyOf(organization, of);
      return fill(targets, keys, numbering, (key) => nodeOf(organization, key));
    }
    case "administrators": {
      const administrators = organization.delegatedAdministrators.rosterOf(of);
      return fill(administrators, keys, numbering, (id) => administratorOf(organization, of, id));
    }
    case "policies": {
      const policies = organization.policiesOfType(of as PolicyType);
      return fill(policies, keys, numbering, (key) => policyOf(organization, key));
    }
  }
}

function fill<T>(
  roster: Roster<T>,
  keys: readonly string[],
  numbering: LineOf<"order">["numbering"],
  itemOf: (key: string) => T,
): void {
  for (const key of keys) roster.add(key, itemOf(key));
  roster.renumber(numbering);
}

function parentOf(organization: Organization, id: string): Parent {
  return known(organization.parent(id));
}

function nodeOf(organization: Organization, id: string): TreeNode {
  return known(organization.node(id));
}

function policyOf(organization: Organization, id: string): Policy {
  return known(organization.policies.get(id));
}

/** INVARIANT: a line names only what earlier lines made; a checkpoint is read only if its seal holds. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("the checkpoint names what it does not hold");
  return found;
}
