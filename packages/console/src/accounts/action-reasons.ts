// Why an action on what is selected cannot be taken. Permissions are asked of the server; this is what the tree tells.

import type { NodeRow } from "./node-rows.js";

/** By action; undefined where nothing stands in its way. */
export interface ActionReasons {
  readonly move: string | undefined;
  readonly close: string | undefined;
  readonly remove: string | undefined;
  readonly rename: string | undefined;
  readonly deleteUnit: string | undefined;
}

export interface Surroundings {
  readonly childrenCount: (id: string) => number;
  readonly hasAllFeatures: boolean;
}

export function actionReasons(selected: readonly NodeRow[], around: Surroundings): ActionReasons {
  const only = selected.length === 1 ? selected[0] : undefined;
  return {
    move: moveReason(selected),
    close: accountReason(selected) ?? (only === undefined ? undefined : closeReason(only, around)),
    remove:
      accountReason(selected) ??
      (only?.isManagement === true
        ? "The management account cannot leave its organization; delete the organization instead"
        : undefined),
    rename: unitReason(selected),
    deleteUnit: unitReason(selected) ?? (only === undefined ? undefined : emptyReason(only, around)),
  };
}

function moveReason(selected: readonly NodeRow[]): string | undefined {
  if (selected.length === 0) return "Select the accounts to move first";
  if (selected.some(({ kind }) => kind !== "Account")) {
    return "Only accounts can be moved; AWS has no call that moves an OU";
  }
  return undefined;
}

function accountReason(selected: readonly NodeRow[]): string | undefined {
  return selected.length === 1 && selected[0]?.kind === "Account" ? undefined : "Select one account first";
}

function unitReason(selected: readonly NodeRow[]): string | undefined {
  return selected.length === 1 && selected[0]?.kind === "OU" ? undefined : "Select one OU first";
}

function closeReason({ isManagement, state }: NodeRow, { hasAllFeatures }: Surroundings): string | undefined {
  if (isManagement) return "The management account cannot be closed here";
  if (state !== "ACTIVE") return `The account is ${state} already`;
  return hasAllFeatures ? undefined : "Closing accounts needs an organization with all features";
}

function emptyReason({ id, accountsBelow }: NodeRow, { childrenCount }: Surroundings): string | undefined {
  const children = childrenCount(id);
  if (children === 0) return undefined;
  const accounts = accountsBelow === 1 ? "1 account" : `${accountsBelow} accounts`;
  return `The OU is not empty (${accounts} below it); move the accounts and delete the OUs in it first`;
}
