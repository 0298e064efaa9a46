// The rows of the heat map: accounts under the OU that they stand in.

import type { AccountState, OverviewAccount } from "../../organization/account-states.js";

export type HeatMapRow =
  | {
      readonly kind: "unit";
      readonly id: string;
      readonly path: string;
      readonly accounts: number;
      readonly counts: Readonly<Record<AccountState, number>>;
    }
  | { readonly kind: "account"; readonly account: OverviewAccount };

/** `accounts` in the order of the tree. An OU without accounts has no row. */
export function heatMapRows(accounts: readonly OverviewAccount[]): readonly HeatMapRow[] {
  const rows: HeatMapRow[] = [];
  for (let at = 0; at < accounts.length;) {
    const parentId = accounts[at]?.parentId ?? "";
    let end = at;
    while (accounts[end]?.parentId === parentId) end += 1;
    const group = accounts.slice(at, end);
    rows.push(unitRow(parentId, group));
    for (const account of group) rows.push({ kind: "account", account });
    at = end;
  }
  return rows;
}

function unitRow(id: string, group: readonly OverviewAccount[]): HeatMapRow {
  const counts = { "opted-in": 0, undecided: 0, undetermined: 0, "opted-out": 0 };
  for (const { state } of group) counts[state] += 1;
  return { kind: "unit", id, path: group[0]?.path ?? "", accounts: group.length, counts };
}
