// Which rows match a property filter, by the filter's own rules.

import { processItems } from "@cloudscape-design/collection-hooks/operations";
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { treeProperties } from "./node-properties.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

const operators = [":", "!:", "=", "!=", "^"] as const;

export const filteringProperties = treeProperties.map(({ id, header }) => ({
  key: id,
  operators,
  propertyLabel: header,
  groupValuesLabel: `${header} values`,
}));

/** Undefined where the query filters nothing. */
export function nodeFilter(rows: NodeRows, query: PropertyFilterProps.Query): readonly NodeRow[] | undefined {
  if (query.tokens.length === 0) return undefined;
  const { items } = processItems(
    [...rows.byId.values()],
    { propertyFilteringQuery: query },
    { propertyFiltering: { filteringProperties } },
  );
  return items;
}
