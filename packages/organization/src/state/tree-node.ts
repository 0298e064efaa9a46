// A node of an organization's tree: the root, an OU, or a member account.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { Roster } from "../roster.js";
import type { Place } from "../roster.js";
import type { Account } from "./account.js";
import type { Policy } from "./policy.js";

export interface Attachment {
  readonly policy: Policy;
  /** Grows with every attachment of the organization: the order that decides which policy was attached first. */
  readonly place: Place;
}

/** How an account came to be a member; milliseconds since the epoch. */
export interface Membership {
  readonly account: Account;
  readonly method: "CREATED" | "INVITED";
  readonly joinedAt: number;
}

const none: readonly Attachment[] = [];

abstract class Node {
  readonly id: string;
  /** Attached policies by type, in attachment order. A change replaces the array, which caches rely on. */
  readonly #attachments = new Map<PolicyType, readonly Attachment[]>();
  /** When attachments of a type last changed here; milliseconds since the epoch. */
  readonly #attachmentsChangedAt = new Map<PolicyType, number>();

  constructor(id: string) {
    this.id = id;
  }

  attachments(type: PolicyType): readonly Attachment[] {
    return this.#attachments.get(type) ?? none;
  }

  attachmentsChangedAt(type: PolicyType): number {
    return this.#attachmentsChangedAt.get(type) ?? 0;
  }

  setAttachments(type: PolicyType, attachments: readonly Attachment[], at: number): void {
    if (attachments.length === 0) this.#attachments.delete(type);
    else this.#attachments.set(type, attachments);
    this.#attachmentsChangedAt.set(type, at);
  }
}

export class Root extends Node {
  readonly kind = "root";
  readonly parent = undefined;
  readonly units = new Roster<OrganizationalUnit>();
  readonly accounts = new Roster<MemberAccount>();
}

export class OrganizationalUnit extends Node {
  readonly kind = "organizational-unit";
  readonly parent: Parent;
  readonly units = new Roster<OrganizationalUnit>();
  readonly accounts = new Roster<MemberAccount>();
  name: string;

  constructor(id: string, parent: Parent, name: string) {
    super(id);
    this.parent = parent;
    this.name = name;
  }
}

export class MemberAccount extends Node {
  readonly kind = "account";
  readonly membership: Membership;
  parent: Parent;
  /** When it joined or last moved; milliseconds since the epoch. */
  movedAt: number;

  constructor(membership: Membership, parent: Parent) {
    super(membership.account.id);
    this.membership = membership;
    this.parent = parent;
    this.movedAt = membership.joinedAt;
  }
}

export type Parent = Root | OrganizationalUnit;
export type TreeNode = Parent | MemberAccount;

/** The node itself, then its ancestors, the root last. */
export function* lineage(node: TreeNode): IterableIterator<TreeNode> {
  for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) yield at;
}

/** Levels below the root: 0 for the root, 1 for what stands directly under it. */
export function depth(node: TreeNode): number {
  let levels = 0;
  for (let at = node.parent; at !== undefined; at = at.parent) levels += 1;
  return levels;
}
