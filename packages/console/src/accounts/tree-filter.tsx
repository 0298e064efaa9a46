// The filter of the tree, and what is shown where nothing matches.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import PropertyFilter from "@cloudscape-design/components/property-filter";
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { filteringOptions, matchesText } from "../elements/filtering-options.js";
import { filteringProperties } from "./node-filter.js";
import { treeProperties } from "./node-properties.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

interface TreeFilterProps {
  readonly rows: NodeRows;
  readonly query: PropertyFilterProps.Query;
  readonly matches: readonly NodeRow[] | undefined;
  readonly onChange: (query: PropertyFilterProps.Query) => void;
}

export function TreeFilter({ rows, query, matches, onChange }: TreeFilterProps): ReactElement {
  const options = useMemo(() => filteringOptions([...rows.byId.values()], treeProperties), [rows]);
  return (
    <PropertyFilter
      query={query}
      onChange={({ detail }) => onChange(detail)}
      filteringProperties={filteringProperties}
      filteringOptions={options}
      filteringPlaceholder="Find accounts and OUs"
      filteringAriaLabel="Find accounts and OUs"
      countText={matchesText(matches?.length)}
    />
  );
}

export function NothingMatches({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <Box textAlign="center" padding={{ vertical: "s" }}>
      <SpaceBetween size="xs">
        <span>Nothing in the organization matches the filter.</span>
        <Button onClick={onClear}>Clear filter</Button>
      </SpaceBetween>
    </Box>
  );
}
