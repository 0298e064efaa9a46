// The nodes of the tree for lists and pickers.

import { useMemo } from "react";
import { treeNodes } from "./tree-nodes.js";
import type { TreeNode } from "./tree-nodes.js";
import { useTree } from "./use-organization.js";

interface TreeNodesState {
  /** Undefined while the tree is being read, and where it cannot be: then `error` says why. */
  readonly nodes: readonly TreeNode[] | undefined;
  readonly error: unknown;
}

export function useTreeNodes(): TreeNodesState {
  const { data, error } = useTree();
  const nodes = useMemo(() => (data === undefined ? undefined : treeNodes(data)), [data]);
  return { nodes, error: error ?? undefined };
}
