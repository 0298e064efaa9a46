// Whether a policy type is enabled, as far as the tree was read.

import type { Tree } from "../organization/tree.js";

/** Undefined while it is not known. */
export function isTypeEnabled(tree: Tree | undefined, type: string): boolean | undefined {
  if (tree === undefined) return undefined;
  return (tree.root.PolicyTypes ?? []).some(({ Type, Status }) => Type === type && Status === "ENABLED");
}
