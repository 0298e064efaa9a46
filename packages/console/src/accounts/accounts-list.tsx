// All accounts in one flat table.

import type { ReactElement, ReactNode } from "react";
import { ResourceTable } from "../elements/resource-table.js";
import { listColumns } from "./node-columns.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

interface AccountsListProps {
  readonly rows: NodeRows;
  readonly selected: readonly NodeRow[];
  readonly onSelect: (nodes: readonly NodeRow[]) => void;
  readonly actions: ReactNode;
}

const idOf = ({ id }: NodeRow): string => id;
const noun = ["account", "accounts"] as const;

export function AccountsList({ rows, selected, onSelect, actions }: AccountsListProps): ReactElement {
  return (
    <ResourceTable
      noun={noun}
      title="Accounts"
      items={rows.accounts}
      idOf={idOf}
      columns={listColumns}
      empty="There is no account that you may see. Create one, or ask for organizations:ListAccountsForParent."
      actions={actions}
      selection={{ kind: "multi", ids: selected.map(idOf), onChange: onSelect }}
    />
  );
}
