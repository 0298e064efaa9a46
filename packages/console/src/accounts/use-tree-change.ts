// A change to the tree: told by one call, shown at once, read anew when the reader comes back to it.

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Api } from "../api/api.js";
import { useChange } from "../api/change.js";
import type { MakingChange } from "../api/change.js";
import { treeKey } from "../organization/use-organization.js";
import type { Tree } from "../organization/tree.js";
import type { TreeChange } from "./tree-changes.js";
import { effectiveKey } from "./use-effective-policy.js";

interface ChangeOfTree<Input, Output> {
  /** `show` puts what the server has done so far before the reader. */
  readonly call: (api: Api, input: Input, show: (change: TreeChange) => void) => Promise<Output>;
  readonly done: (output: Output, input: Input) => ReactNode;
}

export function useTreeChange<Input, Output>(
  change: ChangeOfTree<Input, Output>,
): MakingChange<Input, Output> {
  const queries = useQueryClient();
  const show = (after: TreeChange): void => {
    queries.setQueryData<Tree>(treeKey, (tree) => (tree === undefined ? tree : after(tree)));
    // Stale, not read at once: with ten thousand accounts that takes hundreds of calls.
    void queries.invalidateQueries({ queryKey: treeKey, refetchType: "none" });
  };
  return useChange({
    call: async (api, input: Input) => change.call(api, input, show),
    done: change.done,
    changes: [effectiveKey],
  });
}
