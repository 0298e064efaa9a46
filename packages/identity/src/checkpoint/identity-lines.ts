// Writes the identities down as the lines of a checkpoint.

import type { Roster } from "@withhold/organization";
import type { AccessKey, Identity } from "../state/identity.js";
import type { ManagedPolicy } from "../state/managed-policy.js";
import type { Holder, User } from "../state/policy-holder.js";
import type {
  AccessKeyRow,
  IdentityLine,
  ManagedPolicyRow,
  RoleRow,
  RosterRow,
  UserRow,
} from "./identity-line.js";

/** Rows on one line: a line takes about a millisecond. */
const rowsPerLine = 250;

/** Line by line, each a little work. INVARIANT: nothing changes until the last was taken. */
export function* identityLines(identity: Identity): Generator<IdentityLine> {
  yield { part: "known-organizations", rows: [...identity.organizations] };
  yield { part: "expected-roles", rows: [...identity.expectedRoles] };
  for (const rows of chunks(identity.accessRoles, ([accountId, role]) => [accountId, role] as const)) {
    yield { part: "access-roles", rows };
  }
  for (const [, { policies }] of identity.directories()) {
    for (const rows of chunks(policies.values(), policyRow)) yield { part: "managed-policies", rows };
  }
  for (const [, { users, roles }] of identity.directories()) {
    for (const rows of chunks(users.values(), holderRow)) yield { part: "holders", rows };
    for (const rows of chunks(roles.values(), holderRow)) yield { part: "holders", rows };
  }
  for (const rows of chunks(identity.accessKeys.values(), keyRow)) yield { part: "access-keys", rows };
  for (const [accountId, { users, roles, policies }] of identity.directories()) {
    for (const rows of chunks(users.values(), keyPlaces)) yield { part: "key-places", rows };
    const places = { users: users.numbering(), roles: roles.numbering(), policies: policies.numbering() };
    yield { part: "directory-places", accountId, ...places };
  }
}

function* chunks<T, Row>(items: Iterable<T>, row: (item: T) => Row): Generator<Row[]> {
  let chunk: Row[] = [];
  for (const item of items) {
    chunk.push(row(item));
    if (chunk.length < rowsPerLine) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function policyRow({
  id,
  accountId,
  name,
  path,
  description,
  document,
  createdAt,
}: ManagedPolicy): ManagedPolicyRow {
  return { id, accountId, name, path, description, document: document.text, createdAt };
}

function holderRow(holder: Holder): UserRow | RoleRow {
  const { id, accountId, name, path, createdAt, tags, inline, attached } = holder;
  const facts = {
    id,
    accountId,
    name,
    path,
    createdAt,
    tags: rosterRow(tags, (tag) => tag),
    inline: rosterRow(inline, (policy) => [policy.name, policy.text] as const),
    attached: rosterRow(attached, (policy) => policy.id),
  };
  if (holder.kind === "user") return { kind: "user", ...facts, loginProfile: holder.loginProfile ?? null };
  const { description = null, maxSessionSeconds, trustPolicy } = holder;
  return { kind: "role", ...facts, description, maxSessionSeconds, trustPolicy: trustPolicy.text };
}

function rosterRow<T, Item>(roster: Roster<T>, item: (of: T) => Item): RosterRow<Item> {
  return { items: Array.from(roster.values(), item), numbering: roster.numbering() };
}

function keyRow({ id, accountId, user, createdAt, status }: AccessKey): AccessKeyRow {
  return [id, accountId, user?.id ?? null, createdAt, status];
}

function keyPlaces({ id, accessKeys }: User) {
  return [id, accessKeys.numbering()] as const;
}
