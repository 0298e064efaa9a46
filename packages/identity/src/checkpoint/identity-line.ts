// The lines of a checkpoint that hold the identities: written down part by part, as the cell's are.

import type { Numbering } from "@withhold/organization";
import type { AccessKeyStatus, TagPair } from "../events.js";
import type { AccessRole } from "../state/access-role.js";
import type { KnownOrganization } from "../state/identity.js";
import type { LoginProfile } from "../state/policy-holder.js";

/** Counts up with every change of what a line says or of what state means. */
export const identityForm = 1;

/** What stands in a roster, in order. */
export interface RosterRow<Item> {
  readonly items: readonly Item[];
  readonly numbering: Numbering;
}

interface HolderRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly createdAt: number;
  readonly tags: RosterRow<TagPair>;
  readonly inline: RosterRow<readonly [name: string, document: string]>;
  /** Ids of managed policies. */
  readonly attached: RosterRow<string>;
}

export interface UserRow extends HolderRow {
  readonly kind: "user";
  readonly loginProfile: LoginProfile | null;
}

export interface RoleRow extends HolderRow {
  readonly kind: "role";
  readonly description: string | null;
  readonly maxSessionSeconds: number;
  readonly trustPolicy: string;
}

export interface ManagedPolicyRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly document: string;
  readonly createdAt: number;
}

export type AccessKeyRow = readonly [
  id: string,
  accountId: string,
  userId: string | null,
  createdAt: number,
  status: AccessKeyStatus,
];

/** A part precedes what refers to it. */
export type IdentityLine =
  | { readonly part: "known-organizations"; readonly rows: readonly (readonly [string, KnownOrganization])[] }
  | { readonly part: "expected-roles"; readonly rows: readonly (readonly [string, string])[] }
  | { readonly part: "access-roles"; readonly rows: readonly (readonly [accountId: string, AccessRole])[] }
  | { readonly part: "managed-policies"; readonly rows: readonly ManagedPolicyRow[] }
  | { readonly part: "holders"; readonly rows: readonly (UserRow | RoleRow)[] }
  | { readonly part: "access-keys"; readonly rows: readonly AccessKeyRow[] }
  | { readonly part: "key-places"; readonly rows: readonly (readonly [userId: string, Numbering])[] }
  | {
      readonly part: "directory-places";
      readonly accountId: string;
      readonly users: Numbering;
      readonly roles: Numbering;
      readonly policies: Numbering;
    };
