// A snapshot made walkable: nodes with their parents and policies. What does not hold together is refused here.

import { quote } from "../json.js";
import type { Keys } from "../json-path.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "./organization-snapshot.js";

/** The root, an OU or an account. */
export interface SnapshotNode {
  readonly id: string;
  readonly kind: "root" | "unit" | "account";
  readonly name: string;
  readonly parent: SnapshotNode | undefined;
  /** Of every type, in the order of the snapshot. */
  readonly attached: readonly SnapshotPolicy[];
}

export interface SnapshotIndex {
  readonly snapshot: OrganizationSnapshot;
  /** By id; every node after its parent. */
  readonly nodes: ReadonlyMap<string, SnapshotNode>;
  readonly policies: ReadonlyMap<string, SnapshotPolicy>;
}

/** What is wrong, and where in the snapshot: `["units", 3, "parentId"]`. */
export interface SnapshotProblem {
  readonly keys: Keys;
  readonly message: string;
}

export type SnapshotIndexResult =
  | { readonly ok: true; readonly index: SnapshotIndex }
  | { readonly ok: false; readonly problem: SnapshotProblem };

/** Deeper than any organization: AWS allows five levels of OUs. Keeps every walk up the tree bounded. */
export const unitDepthMax = 64;

type Draft = SnapshotNode & { readonly attached: SnapshotPolicy[] };

class Broken extends Error {
  readonly problem: SnapshotProblem;
  constructor(keys: Keys, message: string) {
    super(message);
    this.problem = { keys, message };
  }
}

/** Total: any value of the snapshot's type is indexed, or the first thing that does not hold together is named. */
export function indexSnapshot(snapshot: OrganizationSnapshot): SnapshotIndexResult {
  try {
    const nodes = growTree(snapshot);
    const policies = indexPolicies(snapshot);
    attachAll(snapshot, nodes, policies);
    return { ok: true, index: { snapshot, nodes, policies } };
  } catch (thrown) {
    if (thrown instanceof Broken) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

function growTree(snapshot: OrganizationSnapshot): Map<string, Draft> {
  const { root, units, accounts } = snapshot;
  const places = new Map<string, number>();
  for (const [index, { id }] of units.entries()) {
    if (places.has(id) || id === root.id) throw twice(["units", index, "id"], id);
    places.set(id, index);
  }
  const nodes = new Map<string, Draft>();
  nodes.set(root.id, { id: root.id, kind: "root", name: "Root", parent: undefined, attached: [] });
  for (const index of units.keys()) growUnit(snapshot, nodes, places, index);
  for (const [index, { id, name, parentId }] of accounts.entries()) {
    if (nodes.has(id)) throw twice(["accounts", index, "id"], id);
    const parent = nodes.get(parentId);
    if (parent === undefined || parent.kind === "account") throw strayed(["accounts", index], id, parentId);
    nodes.set(id, { id, kind: "account", name, parent, attached: [] });
  }
  return nodes;
}

/** The unit with all units above it that are not there yet, topmost first. */
function growUnit(
  { units }: OrganizationSnapshot,
  nodes: Map<string, Draft>,
  places: ReadonlyMap<string, number>,
  index: number,
): void {
  const pending: number[] = [];
  for (let at = index; ;) {
    const unit = units[at];
    if (unit === undefined || nodes.has(unit.id)) break;
    if (pending.length >= unitDepthMax) {
      // Either there are that many units one under the other, or the way up never ends.
      const message = pending.includes(at)
        ? `OU ${quote(unit.id)} stands under itself; give every OU a parent that leads to the root`
        : `OU ${quote(units[index]?.id ?? "")} stands more than ${unitDepthMax} levels deep; no organization does`;
      throw new Broken(["units", index, "parentId"], message);
    }
    pending.push(at);
    if (nodes.has(unit.parentId)) break;
    const above = places.get(unit.parentId);
    if (above === undefined) throw strayed(["units", at], unit.id, unit.parentId);
    at = above;
  }
  for (const at of pending.toReversed()) {
    const unit = units[at];
    if (unit === undefined) continue;
    const parent = nodes.get(unit.parentId);
    nodes.set(unit.id, { id: unit.id, kind: "unit", name: unit.name, parent, attached: [] });
    if (depthOf(parent) >= unitDepthMax) {
      const message = `OU ${quote(unit.id)} stands more than ${unitDepthMax} levels deep; no organization does`;
      throw new Broken(["units", at, "parentId"], message);
    }
  }
}

function depthOf(node: SnapshotNode | undefined): number {
  let depth = 0;
  for (let above = node?.parent; above !== undefined; above = above.parent) depth += 1;
  return depth;
}

function indexPolicies({ policies }: OrganizationSnapshot): Map<string, SnapshotPolicy> {
  const byId = new Map<string, SnapshotPolicy>();
  for (const [index, policy] of policies.entries()) {
    if (byId.has(policy.id)) throw twice(["policies", index, "id"], policy.id);
    byId.set(policy.id, policy);
  }
  return byId;
}

function attachAll(
  { attachments }: OrganizationSnapshot,
  nodes: ReadonlyMap<string, Draft>,
  policies: ReadonlyMap<string, SnapshotPolicy>,
): void {
  for (const [index, { policyId, targetId }] of attachments.entries()) {
    const policy = policies.get(policyId);
    if (policy === undefined) {
      const message = `no policy ${quote(policyId)} in \`policies\`; list it, with \`"content": null\` and an entry in \`unread\` where it could not be read`;
      throw new Broken(["attachments", index, "policyId"], message);
    }
    const target = nodes.get(targetId);
    if (target === undefined) {
      const message = `${quote(targetId)} is neither the root nor an OU or account of this snapshot`;
      throw new Broken(["attachments", index, "targetId"], message);
    }
    if (target.attached.includes(policy)) {
      const message = `policy ${quote(policyId)} is attached to ${quote(targetId)} twice; keep one`;
      throw new Broken(["attachments", index], message);
    }
    target.attached.push(policy);
  }
}

function twice(keys: Keys, id: string): Broken {
  return new Broken(keys, `id ${quote(id)} stands twice; ids are unique in a snapshot`);
}

function strayed(keys: Keys, id: string, parentId: string): Broken {
  const message = `parent ${quote(parentId)} of ${quote(id)} is neither the root nor an OU of this snapshot`;
  return new Broken([...keys, "parentId"], message);
}
