// Which accounts are shown: by state, OU and name, as the address has it.

import { accountStates } from "../organization/account-states.js";
import type { AccountState, OverviewAccount } from "../organization/account-states.js";

export interface AccountFilter {
  readonly state: AccountState | undefined;
  /** The id of the root or an OU; with all that stands below it. */
  readonly unit: string | undefined;
  /** Part of a name or id. */
  readonly text: string;
}

/** What stands in an address and is no state is no filter. */
export function stateOfWord(word: string | undefined): AccountState | undefined {
  return accountStates.find((state) => state === word);
}

/** `path`: of the OU that is chosen. */
export function filterAccounts(
  accounts: readonly OverviewAccount[],
  { state, text }: AccountFilter,
  path: string | undefined,
): readonly OverviewAccount[] {
  const wanted = text.trim().toLowerCase();
  if (state === undefined && path === undefined && wanted === "") return accounts;
  return accounts.filter(
    (account) =>
      (state === undefined || account.state === state) &&
      (path === undefined || account.path === path || account.path.startsWith(`${path}/`)) &&
      (wanted === "" || account.id.includes(wanted) || account.name.toLowerCase().includes(wanted)),
  );
}
