// What of the tree is to be seen, as the filter and the order in the address say.

import { useMemo } from "react";
import { useAddressState } from "../elements/address-state.js";
import { nodeFilter } from "./node-filter.js";
import { nodeOrder, treeProperties } from "./node-properties.js";
import type { NodeRow, NodeRows } from "./node-rows.js";
import { openedByFilter, treeView } from "./tree-view.js";
import type { TreeView } from "./tree-view.js";

interface SeenTree {
  readonly address: ReturnType<typeof useAddressState>;
  readonly view: TreeView;
  /** Undefined without a filter; then nothing is opened by it either. */
  readonly matches: readonly NodeRow[] | undefined;
  readonly openedByFilter: ReadonlySet<string> | undefined;
}

export function useTreeView(rows: NodeRows): SeenTree {
  const address = useAddressState("tree", treeProperties);
  const { query, sorting } = address;
  const { sortingField } = sorting.sortingColumn;
  const isDescending = sorting.isDescending === true;
  // The query is read from the address at every turn: what it says is compared, not which object says it.
  const queryText = JSON.stringify(query);
  const matches = useMemo(() => nodeFilter(rows, JSON.parse(queryText) as typeof query), [rows, queryText]);
  const view = useMemo(
    () => treeView(rows, matches, nodeOrder(sortingField, isDescending)),
    [rows, matches, sortingField, isDescending],
  );
  const opened = useMemo(
    () => (matches === undefined ? undefined : openedByFilter(rows.root, view)),
    [rows, matches, view],
  );
  return { address, view, matches, openedByFilter: opened };
}
