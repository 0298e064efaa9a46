// The nodes of the tree as targets to choose from.

import { kindWords } from "../organization/tree-nodes.js";
import type { TreeNode } from "../organization/tree-nodes.js";

export interface TargetOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly tags: string[];
}

/** In the order of the tree. */
export function targetOptions(nodes: readonly TreeNode[]): TargetOption[] {
  return nodes.map(({ id, kind, name, path }) => ({
    value: id,
    label: name,
    description: kind === "root" ? `${id}: every account` : `${kindWords[kind]} ${id}`,
    tags: path === "" ? [] : [path],
  }));
}

/** "Labs (ou-…)"; the id alone where it is not known. */
export function targetName(nodes: readonly TreeNode[] | undefined, id: string): string {
  const node = nodes?.find((node) => node.id === id);
  if (node === undefined) return id;
  return node.kind === "root" ? `the root (${id})` : `${node.name} (${id})`;
}
