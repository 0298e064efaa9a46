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

/** What is attached of one type, in attachment order, and when that last changed (milliseconds since the epoch). */
interface Held {
  readonly type: PolicyType;
  attachments: readonly Attachment[];
  changedAt: number;
}

const nothingHeld: readonly Held[] = [];

abstract class Node {
  readonly id: string;
  // A list made when first needed, because a node holds two types or three, and there are 100,000 nodes.
  #held: Held[] | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** In attachment order. A change gives another array, which caches rely on. */
  attachments(type: PolicyType): readonly Attachment[] {
    return this.#of(type)?.attachments ?? none;
  }

  attachmentsChangedAt(type: PolicyType): number {
    return this.#of(type)?.changedAt ?? 0;
  }

  /** Every policy attached here, of whatever type. */
  attachedPolicies(): readonly Policy[] {
    return (this.#held ?? nothingHeld).flatMap(({ attachments }) => attachments.map(({ policy }) => policy));
  }

  /** All that is or was attached, by type, in the order in which the types first came. */
  held(): readonly Held[] {
    return this.#held ?? nothingHeld;
  }

  setAttachments(type: PolicyType, attachments: readonly Attachment[], at: number): void {
    const held = this.#of(type);
    if (held === undefined) (this.#held ??= []).push({ type, attachments, changedAt: at });
    else {
      held.attachments = attachments;
      held.changedAt = at;
    }
  }

  #of(type: PolicyType): Held | undefined {
    // A loop: this is asked at every level of every chain.
    for (const held of this.#held ?? nothingHeld) if (held.type === type) return held;
    return undefined;
  }
}

/** What OUs and accounts stand under. */
abstract class Holder extends Node {
  readonly units = new Roster<OrganizationalUnit>();
  readonly accounts = new Roster<MemberAccount>();
  /** Names are unique among the OUs of one parent. */
  readonly #unitsByName = new Map<string, OrganizationalUnit>();

  unitNamed(name: string): OrganizationalUnit | undefined {
    return this.#unitsByName.get(name);
  }

  addUnit(unit: OrganizationalUnit): void {
    this.units.add(unit.id, unit);
    this.#unitsByName.set(unit.name, unit);
  }

  deleteUnit(unit: OrganizationalUnit): void {
    this.units.delete(unit.id);
    this.#unitsByName.delete(unit.name);
  }

  renameUnit(unit: OrganizationalUnit, name: string): void {
    this.#unitsByName.delete(unit.name);
    unit.name = name;
    this.#unitsByName.set(name, unit);
  }
}

export class Root extends Holder {
  readonly kind = "root";
  readonly parent = undefined;
}

export class OrganizationalUnit extends Holder {
  readonly kind = "organizational-unit";
  readonly parent: Parent;
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
