// The accounts as a list, with what holds for each.

import type { ServiceRow } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { ResourceTable } from "../elements/resource-table.js";
import { accountColumns } from "./account-columns.js";
import type { OverviewAccount } from "../organization/account-states.js";
import { NoMatch } from "./no-match.js";

interface AccountListProps {
  readonly services: readonly ServiceRow[];
  readonly accounts: readonly OverviewAccount[];
  /** What clears the filter. Undefined where there is none. */
  readonly onClear?: () => void;
}

export function AccountList({ services, accounts, onClear }: AccountListProps): ReactElement {
  const columns = useMemo(() => accountColumns(services), [services]);
  return (
    <ResourceTable
      noun={["account", "accounts"]}
      title={onClear === undefined ? "What holds for each account" : "Accounts"}
      name="list"
      variant={onClear === undefined ? "container" : "embedded"}
      items={accounts}
      idOf={idOf}
      columns={columns}
      empty={onClear === undefined ? "No account could be read." : <NoMatch onClear={onClear} />}
    />
  );
}

const idOf = ({ id }: OverviewAccount): string => id;
