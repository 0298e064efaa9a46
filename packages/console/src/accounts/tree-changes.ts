// The tree after a change that the server has made, so that screens show it without reading thousands of accounts anew.

import type { Account, OrganizationalUnit } from "@aws-sdk/client-organizations";
import type { Tree } from "../organization/tree.js";

export type TreeChange = (tree: Tree) => Tree;

export function withAccount(account: Account, parentId: string): TreeChange {
  return (tree) => ({ ...tree, accounts: [...tree.accounts, { ...account, parentId }] });
}

export function withUnit(unit: OrganizationalUnit, parentId: string): TreeChange {
  return (tree) => ({ ...tree, units: [...tree.units, { ...unit, parentId }] });
}

export function withRenamedUnit(unitId: string, name: string): TreeChange {
  return (tree) => ({
    ...tree,
    units: tree.units.map((unit) => (unit.Id === unitId ? { ...unit, Name: name } : unit)),
  });
}

export function withoutUnit(unitId: string): TreeChange {
  return (tree) => ({ ...tree, units: tree.units.filter(({ Id: id }) => id !== unitId) });
}

export function withoutAccount(accountId: string): TreeChange {
  return (tree) => ({ ...tree, accounts: tree.accounts.filter(({ Id: id }) => id !== accountId) });
}

export function withMovedAccounts(accountIds: ReadonlySet<string>, parentId: string): TreeChange {
  return (tree) => ({
    ...tree,
    accounts: tree.accounts.map((account) =>
      accountIds.has(account.Id ?? "") ? { ...account, parentId } : account,
    ),
  });
}

export function withReadAccount(account: Account): TreeChange {
  return (tree) => ({
    ...tree,
    accounts: tree.accounts.map((before) => (before.Id === account.Id ? { ...before, ...account } : before)),
  });
}
