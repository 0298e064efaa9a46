// What of the tree is to be seen: what matches a filter and all that leads there, in order, and how much of it at once.

import type { NodeRow, NodeRows } from "./node-rows.js";

/** Children of one parent that are shown before somebody asks for more. */
export const childrenPage = 50;

/** Rows that a filter opens by itself; below them a person opens on. */
const openedRowsMax = 100;

export type NodeOrder = (a: NodeRow, b: NodeRow) => number;

export interface TreeView {
  readonly childrenOf: (id: string) => readonly NodeRow[];
  /** With a filter: how many nodes below match. Without one: 0. */
  readonly matchesBelow: (id: string) => number;
}

/** `matches` undefined: no filter. Children are sorted when they are first asked for: most parents stay closed. */
export function treeView(
  rows: NodeRows,
  matches: readonly NodeRow[] | undefined,
  order: NodeOrder,
): TreeView {
  const below = matches === undefined ? undefined : countBelow(rows, matches);
  const matching = new Set(matches);
  const sorted = new Map<string, readonly NodeRow[]>();
  return {
    matchesBelow: (id) => below?.get(id) ?? 0,
    childrenOf(id) {
      let children = sorted.get(id);
      if (children === undefined) {
        const seen =
          below === undefined
            ? rows.childrenOf(id)
            : rows.childrenOf(id).filter((row) => matching.has(row) || below.has(row.id));
        children = seen.toSorted(unitsFirst(order));
        sorted.set(id, children);
      }
      return children;
    },
  };
}

/** OUs stand before accounts, whatever the order. */
function unitsFirst(order: NodeOrder): NodeOrder {
  return (a, b) => Number(a.kind === "Account") - Number(b.kind === "Account") || order(a, b);
}

function countBelow(rows: NodeRows, matches: readonly NodeRow[]): ReadonlyMap<string, number> {
  const below = new Map<string, number>();
  for (const { parentId } of matches) {
    for (let id = parentId; id !== undefined; id = rows.byId.get(id)?.parentId) {
      below.set(id, (below.get(id) ?? 0) + 1);
    }
  }
  return below;
}

/** The nodes to open so that matches are seen, from the top, as long as the rows stay few enough to read. */
export function openedByFilter(root: NodeRow, view: TreeView): ReadonlySet<string> {
  const opened = new Set<string>();
  let rows = 1;
  let level: readonly NodeRow[] = [root];
  while (level.length > 0) {
    const next: NodeRow[] = [];
    for (const { id } of level) {
      if (view.matchesBelow(id) === 0) continue;
      const children = view.childrenOf(id).slice(0, childrenPage);
      if (opened.size > 0 && rows + children.length > openedRowsMax) continue;
      opened.add(id);
      rows += children.length;
      next.push(...children);
    }
    level = next;
  }
  return opened;
}

/** The parents of a node, so that it is seen when it is chosen. */
export function ancestorsOf(rows: NodeRows, id: string): readonly string[] {
  const ids: string[] = [];
  for (let above = rows.byId.get(id)?.parentId; above !== undefined; above = rows.byId.get(above)?.parentId) {
    ids.push(above);
  }
  return ids;
}
