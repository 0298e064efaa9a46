// Above the tree: how many accounts there are, the tree as CSV, and what can be done.

import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement, ReactNode } from "react";
import { counted } from "../organization/impact.js";
import { csvText, downloadCsv } from "../elements/csv.js";
import { treeCsvColumns } from "./node-properties.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

interface TreeHeaderProps {
  readonly rows: NodeRows;
  readonly matches: readonly NodeRow[] | undefined;
  readonly actions: ReactNode;
}

export function TreeHeader({ rows, matches, actions }: TreeHeaderProps): ReactElement {
  const count = counted(rows.accounts.length, ["account", "accounts"]);
  return (
    <Header
      counter={rows.root.isWhole ? `(${count})` : `(${count} or more)`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            iconName="download"
            ariaLabel="Download the tree as CSV"
            onClick={() =>
              downloadCsv("organization.csv", csvText(treeCsvColumns, matches ?? [...rows.byId.values()]))
            }
          >
            CSV
          </Button>
          {actions}
        </SpaceBetween>
      }
    >
      Organization
    </Header>
  );
}
