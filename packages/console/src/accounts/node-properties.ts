// What the tree can be searched and sorted by: the text members of its rows.

import type { NodeRow } from "./node-rows.js";
import type { NodeOrder } from "./tree-view.js";

export const treeProperties = [
  { id: "name", header: "Name" },
  { id: "kind", header: "Kind" },
  { id: "id", header: "ID" },
  { id: "email", header: "E-mail address" },
  { id: "optOut", header: "AI services opt-out" },
  { id: "state", header: "State" },
  { id: "path", header: "OU path" },
  { id: "joinedMethod", header: "Joined by" },
  { id: "joined", header: "Joined at" },
] as const satisfies readonly { readonly id: keyof NodeRow; readonly header: string }[];

const inOrder = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** By a property of the list above; by name where it is another. */
export function nodeOrder(property: string | undefined, isDescending: boolean): NodeOrder {
  const { id } = treeProperties.find(({ id: known }) => known === property) ?? { id: "name" };
  const sign = isDescending ? -1 : 1;
  return (a, b) => sign * inOrder.compare(a[id], b[id]) || inOrder.compare(a.name, b.name);
}

export const treeCsvColumns = treeProperties.map(({ id, header }) => ({
  header,
  value: (row: NodeRow): string => row[id],
}));
