// The nodes of a tree in its order, each with the names of those above it.

import type { Tree } from "./tree.js";

export type NodeKind = "root" | "unit" | "account";

export interface TreeNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Names from the root to the node above: `Root / Work`; empty for the root. */
  readonly path: string;
  /** 0 for the root. */
  readonly depth: number;
}

/** Root first; below each node its OUs with all that stands under them, then its accounts, both by name. */
export function treeNodes({ root, units, accounts }: Tree): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  const unitsBelow = byParent(units);
  const accountsBelow = byParent(accounts);
  const walk = (node: TreeNode): void => {
    nodes.push(node);
    const path = node.path === "" ? node.name : `${node.path} / ${node.name}`;
    const below = (kind: NodeKind, { Id: id = "", Name: name = id }: Named): TreeNode => ({
      id,
      kind,
      name,
      path,
      depth: node.depth + 1,
    });
    for (const unit of unitsBelow.get(node.id) ?? []) walk(below("unit", unit));
    for (const account of accountsBelow.get(node.id) ?? []) nodes.push(below("account", account));
  };
  walk({ id: root.Id ?? "", kind: "root", name: root.Name ?? "Root", path: "", depth: 0 });
  return nodes;
}

interface Named {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
}

function byParent<Child extends Named & { readonly parentId: string }>(
  children: readonly Child[],
): ReadonlyMap<string, readonly Child[]> {
  const below = new Map<string, Child[]>();
  for (const child of children) {
    const siblings = below.get(child.parentId);
    if (siblings === undefined) below.set(child.parentId, [child]);
    else siblings.push(child);
  }
  for (const siblings of below.values())
    siblings.sort((a, b) => (a.Name ?? "").localeCompare(b.Name ?? "", "en", { numeric: true }));
  return below;
}

export const kindWords: Readonly<Record<NodeKind, string>> = { root: "Root", unit: "OU", account: "Account" };

/** As the API names it: `ORGANIZATIONAL_UNIT`. */
export function kindOfTarget(type: string | undefined): NodeKind {
  if (type === "ROOT") return "root";
  return type === "ORGANIZATIONAL_UNIT" ? "unit" : "account";
}
