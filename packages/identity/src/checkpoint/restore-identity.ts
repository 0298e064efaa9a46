// Makes the identities out of the lines of a checkpoint: the same that replaying the journal would give.

import { Identity } from "../state/identity.js";
import { ManagedPolicy } from "../state/managed-policy.js";
import { Role, User } from "../state/policy-holder.js";
import type { AccessKeyRow, IdentityLine, RoleRow, UserRow } from "./identity-line.js";

/** Of lines in the order in which `identityLines` gives them. Throws where they are none that it would. */
export function restoreIdentity(lines: Iterable<IdentityLine>): Identity {
  const identity = new Identity();
  for (const line of lines) restoreLine(identity, line);
  return identity;
}

function restoreLine(identity: Identity, line: IdentityLine): void {
  switch (line.part) {
    case "known-organizations":
      return line.rows.forEach(([id, known]) => identity.organizations.set(id, known));
    case "expected-roles":
      return line.rows.forEach(([accountId, name]) => identity.expectedRoles.set(accountId, name));
    case "access-roles":
      return line.rows.forEach(([accountId, role]) => identity.accessRoles.set(accountId, role));
    case "managed-policies":
      return line.rows.forEach((row) => identity.addPolicy(new ManagedPolicy(row)));
    case "holders":
      return line.rows.forEach((row) => restoreHolder(identity, row));
    case "access-keys":
      return line.rows.forEach((row) => restoreKey(identity, row));
    case "key-places":
      return line.rows.forEach(([userId, numbering]) =>
        userOf(identity, userId).accessKeys.renumber(numbering),
      );
    case "directory-places": {
      const { users, roles, policies } = identity.ownDirectory(line.accountId);
      users.renumber(line.users);
      roles.renumber(line.roles);
      policies.renumber(line.policies);
    }
  }
}

function restoreHolder(identity: Identity, row: UserRow | RoleRow): void {
  const { tags, inline, attached, ...facts } = row;
  const holder = facts.kind === "user" ? restoredUser(facts) : restoredRole(facts);
  for (const tag of tags.items) holder.tags.put(tag.key, tag);
  holder.tags.renumber(tags.numbering);
  for (const [name, document] of inline.items) holder.putInline(name, document);
  holder.inline.renumber(inline.numbering);
  for (const id of attached.items) holder.attach(known(identity.policy(id)));
  holder.attached.renumber(attached.numbering);
  identity.addHolder(holder);
}

type Facts<Row> = Omit<Row, "tags" | "inline" | "attached">;

function restoredUser({ loginProfile, ...facts }: Facts<UserRow>): User {
  const user = new User({ ...facts, tags: [] });
  user.loginProfile = loginProfile ?? undefined;
  return user;
}

function restoredRole({ description, ...facts }: Facts<RoleRow>): Role {
  return new Role({ ...facts, description: description ?? undefined, tags: [] });
}

function restoreKey(identity: Identity, [id, accountId, userId, createdAt, status]: AccessKeyRow): void {
  const user = userId === null ? undefined : userOf(identity, userId);
  identity.addAccessKey({ id, accountId, user, createdAt, status });
}

function userOf(identity: Identity, id: string): User {
  const holder = identity.holder(id);
  return known(holder?.kind === "user" ? holder : undefined);
}

/** INVARIANT: a line names only what earlier lines made; a checkpoint is read only if its seal holds. */
function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("the checkpoint names what it does not hold");
  return found;
}
