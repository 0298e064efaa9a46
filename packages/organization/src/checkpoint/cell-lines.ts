// Writes a cell down as the lines of a checkpoint.

import { policyTypes } from "../policy-type-names.js";
import type { Roster } from "../roster.js";
import type { Cell } from "../state/cell.js";
import type { Organization } from "../state/organization.js";
import type { Policy } from "../state/policy.js";
import type { TagPair } from "../state/tags.js";
import type { MemberAccount, OrganizationalUnit, TreeNode } from "../state/tree-node.js";
import { rowsPerLine } from "./line.js";
import type { CheckpointLine, HeldRow, LineOf, MemberRow, PolicyRow, TagRow, UnitRow } from "./line.js";

/** Line by line, each a little work. INVARIANT: the cell does not change until the last was taken. */
export function* cellLines(cell: Cell): Generator<CheckpointLine> {
  for (const rows of chunks(cell.accounts.values())) yield { part: "accounts", rows };
  for (const rows of chunks(cell.handshakes.values())) yield { part: "handshakes", rows };
  yield { part: "handshake-places", last: cell.handshakes.last };
  for (const organization of cell.organizations.values()) yield* organizationLines(organization);
}

function* organizationLines(organization: Organization): Generator<CheckpointLine> {
  const { id, root, partition, managementAccountId, featureSet, lastAttachment, closures } = organization;
  const facts = { id, rootId: root.id, partition, managementAccountId, featureSet, lastAttachment };
  yield { part: "organization", ...facts, closures: closures.times };
  const { units, accounts, policies, accountCreations, tags } = organization;
  for (const some of chunks(units.values())) yield { part: "units", rows: some.map(unitRow) };
  for (const some of chunks(accounts.values())) yield { part: "members", rows: some.map(memberRow) };
  for (const some of chunks(policies.values())) yield { part: "policies", rows: some.map(policyRow) };
  for (const rows of chunks(accountCreations.in([]).values())) yield { part: "creations", rows };
  for (const some of chunks(organization.nodes())) yield { part: "held", rows: some.flatMap(heldRows) };
  for (const some of chunks(tags.entries())) yield { part: "tags", rows: some.map(tagRow) };
  const enabled = Array.from(
    organization.enabledTypes,
    ([type, policy]) => [type, policy?.id ?? null, organization.isListed(type)] as const,
  );
  yield { part: "enabled", rows: enabled };
  yield* delegationLines(organization);
  yield* orderLines(organization);
}

/** Few, so that a line holds all of a kind. */
function* delegationLines(organization: Organization): Generator<CheckpointLine> {
  const { resourcePolicy, serviceAccess, delegatedAdministrators } = organization;
  if (resourcePolicy !== undefined) {
    yield { part: "resource-policy", id: resourcePolicy.id, content: resourcePolicy.content };
  }
  const services = [...serviceAccess.values()];
  yield { part: "service-access", rows: services, numbering: serviceAccess.numbering() };
  const { all } = delegatedAdministrators;
  const rows = Array.from(all.values(), ({ member, since, services: administered }) => ({
    id: member.id,
    since,
    services: [...administered.values()],
    numbering: administered.numbering(),
  }));
  yield { part: "administrators", rows, numbering: all.numbering() };
  for (const [service, administrators] of delegatedAdministrators.byService()) {
    yield orderLine("administrators", service, administrators);
  }
}

/** What was deleted from a roster has left its mark on the places of the others, and page tokens name places. */
function* orderLines(organization: Organization): Generator<CheckpointLine> {
  yield { part: "member-places", numbering: organization.accounts.numbering() };
  for (const parent of [organization.root, ...organization.units.values()]) {
    yield orderLine("units", parent.id, parent.units);
    yield orderLine("accounts", parent.id, parent.accounts);
  }
  for (const { id, targets } of organization.policies.values()) yield orderLine("targets", id, targets);
  for (const type of policyTypes) yield orderLine("policies", type, organization.policiesOfType(type));
}

function orderLine(what: LineOf<"order">["what"], of: string, roster: Roster<unknown>): CheckpointLine {
  return { part: "order", what, of, keys: roster.keys(), numbering: roster.numbering() };
}

function* chunks<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < rowsPerLine) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function unitRow({ id, parent, name }: OrganizationalUnit): UnitRow {
  return { id, parentId: parent.id, name };
}

function memberRow({ id, parent, movedAt, membership: { method, joinedAt } }: MemberAccount): MemberRow {
  return { id, parentId: parent.id, method, joinedAt, movedAt };
}

function policyRow(policy: Policy): PolicyRow {
  const { id, type, awsManaged, name, description, content, contentChangedAt: at } = policy;
  return { id, type, awsManaged, name, description, content, at };
}

function heldRows(node: TreeNode): readonly HeldRow[] {
  return node.held().map(({ type, changedAt, attachments }): HeldRow => {
    const held = attachments.map(({ policy, place }) => [policy.id, place] as const);
    return [node.id, type, changedAt, ...held];
  });
}

function tagRow([id, tags]: [string, Roster<TagPair>]): TagRow {
  return { id, pairs: [...tags.values()], numbering: tags.numbering() };
}
