// What is in doubt: whatever could make an answer another one, and why nobody knows.

import { describeFinding } from "../finding.js";
import type { Finding } from "../finding.js";
import type { SnapshotPolicy, Unread } from "../snapshot/organization-snapshot.js";
import type { SnapshotIndex, SnapshotNode } from "../snapshot/snapshot-index.js";

/**
 * `unread`: it exists and could not be read. `invalid`: AWS would refuse it, so nobody knows what it would do. `order`:
 * which of several policies was attached first is not known, and they disagree.
 */
export interface Doubt {
  readonly kind: "unread" | "invalid" | "order";
  readonly what: string;
  readonly why: string;
  /** The policy or node that it is about; absent where it could be anywhere. */
  readonly about?: string;
}

/** Where each unread thing counts. */
export interface UnreadPlaces {
  /** Anything may be attached anywhere. */
  readonly anywhere: readonly Doubt[];
  /** By node: anything may be attached there. */
  readonly atNode: ReadonlyMap<string, readonly Doubt[]>;
  /** By policy: where it is attached is known, what it says is not. */
  readonly inPolicy: ReadonlyMap<string, readonly Doubt[]>;
}

/**
 * An entry about a policy of another type changes nothing here. One about a policy whose content is there is about the
 * rest of it, where it is attached: that could be anywhere.
 */
export function placeUnread({ snapshot, nodes, policies }: SnapshotIndex, type: string): UnreadPlaces {
  const anywhere: Doubt[] = [];
  const atNode = new Map<string, Doubt[]>();
  const inPolicy = new Map<string, Doubt[]>();
  for (const unread of snapshot.unread) {
    const { about } = unread;
    const policy = about === undefined ? undefined : policies.get(about);
    if (policy !== undefined && policy.type !== type) continue;
    const doubt = doubtOf(unread);
    if (about !== undefined && policy?.content === null) add(inPolicy, about, doubt);
    else if (about !== undefined && nodes.has(about)) add(atNode, about, doubt);
    else anywhere.push(doubt);
  }
  return { anywhere, atNode, inPolicy };
}

export function unreadContent(policy: SnapshotPolicy): Doubt {
  const what = `the content of policy "${policy.name}"`;
  return { kind: "unread", what, why: "the snapshot has none", about: policy.id };
}

export function invalidPolicy(policy: SnapshotPolicy, [error]: readonly Finding[]): Doubt {
  const why = error === undefined ? "it is not valid" : describeFinding(error);
  return { kind: "invalid", what: `what policy "${policy.name}" does`, why, about: policy.id };
}

export function unknownOrder(node: SnapshotNode): Doubt {
  const what = `which policy was attached first to ${node.kind === "root" ? "the root" : `"${node.name}"`}`;
  return { kind: "order", what, why: "the snapshot does not know the order of attachment", about: node.id };
}

/** As a list item reads: `the content of policy "Base": access denied`. */
export function describeDoubt({ what, why }: Doubt): string {
  return `${what}: ${why}`;
}

function doubtOf({ what, why, about }: Unread): Doubt {
  return { kind: "unread", what, why, ...(about === undefined ? {} : { about }) };
}

function add(map: Map<string, Doubt[]>, key: string, doubt: Doubt): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [doubt]);
  else list.push(doubt);
}
