// The identities of one cell: who can sign, and what policies they have. Changed only by `evolve-identity.ts`.

import type { AccessKeyStatus } from "../events.js";
import { awsManagedPolicies } from "../aws-managed-policies.js";
import { accessRoleOf } from "./access-role.js";
import type { AccessRole } from "./access-role.js";
import { AccountDirectory, foldedName } from "./account-directory.js";
import type { ManagedPolicy } from "./managed-policy.js";
import type { Holder, User } from "./policy-holder.js";

export interface AccessKey {
  readonly id: string;
  readonly accountId: string;
  /** Undefined: the root user's. */
  readonly user: User | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  status: AccessKeyStatus;
}

/** What identity has to know of an organization: whom the roles of new accounts trust. */
export interface KnownOrganization {
  readonly managementAccountId: string;
  readonly partition: string;
}

export class Identity {
  readonly accessKeys = new Map<string, AccessKey>();
  readonly organizations = new Map<string, KnownOrganization>();
  /** Names of the roles that accounts get when they join the organization that made them. */
  readonly expectedRoles = new Map<string, string>();
  /** Of accounts in whose directory nothing was changed yet. */
  readonly accessRoles = new Map<string, AccessRole>();
  readonly #directories = new Map<string, AccountDirectory>();
  /** Directories that hold an access role and nothing else, made when first looked at: a cache, and no state. */
  readonly #derived = new Map<string, AccountDirectory>();
  readonly #holders = new Map<string, Holder>();
  readonly #policies = new Map<string, ManagedPolicy>();

  /** For reading: of an account without anything in it, an empty one. */
  directory(accountId: string): AccountDirectory {
    return this.#directories.get(accountId) ?? this.#derive(accountId);
  }

  /** By account id. */
  directories(): readonly (readonly [accountId: string, directory: AccountDirectory])[] {
    return [...this.#directories].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The user or role of that id, once the directory of its account was looked at. */
  holder(id: string): Holder | undefined {
    return this.#holders.get(id);
  }

  /** The user of that name, in any case. */
  userNamed(accountId: string, name: string): User | undefined {
    return this.directory(accountId).users.get(foldedName(name));
  }

  /** The managed policy of that id, AWS's own among them. */
  policy(id: string): ManagedPolicy | undefined {
    return awsManagedPolicies.get(id) ?? this.#policies.get(id);
  }

  addHolder(holder: Holder): void {
    const directory = this.ownDirectory(holder.accountId);
    if (holder.kind === "user") directory.users.add(foldedName(holder.name), holder);
    else directory.roles.add(foldedName(holder.name), holder);
    this.#holders.set(holder.id, holder);
  }

  deleteHolder(holder: Holder): void {
    const { users, roles } = this.ownDirectory(holder.accountId);
    (holder.kind === "user" ? users : roles).delete(foldedName(holder.name));
    this.#holders.delete(holder.id);
  }

  addPolicy(policy: ManagedPolicy): void {
    this.ownDirectory(policy.accountId).policies.add(foldedName(policy.name), policy);
    this.#policies.set(policy.id, policy);
  }

  deletePolicy(policy: ManagedPolicy): void {
    this.ownDirectory(policy.accountId).policies.delete(foldedName(policy.name));
    this.#policies.delete(policy.id);
  }

  addAccessKey(key: AccessKey): void {
    this.accessKeys.set(key.id, key);
    key.user?.accessKeys.add(key.id, key.id);
  }

  deleteAccessKey(key: AccessKey): void {
    this.accessKeys.delete(key.id);
    key.user?.accessKeys.delete(key.id);
  }

  /** For changing: made where there is none. */
  ownDirectory(accountId: string): AccountDirectory {
    const known = this.#directories.get(accountId);
    if (known !== undefined) return known;
    const directory = this.#derive(accountId);
    this.#derived.delete(accountId);
    this.accessRoles.delete(accountId);
    this.#directories.set(accountId, directory);
    return directory;
  }

  #derive(accountId: string): AccountDirectory {
    const facts = this.accessRoles.get(accountId);
    const known = this.#derived.get(accountId);
    if (known !== undefined) return known;
    const directory = new AccountDirectory();
    if (facts === undefined) return directory;
    const role = accessRoleOf(accountId, facts);
    directory.roles.add(foldedName(role.name), role);
    this.#holders.set(role.id, role);
    this.#derived.set(accountId, directory);
    return directory;
  }
}
