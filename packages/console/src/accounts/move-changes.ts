// A move of accounts as the policy engine is asked about it.

import type { Change } from "@withhold/policy";

/** Those that are there already do not move. */
export function moveChanges(
  accounts: readonly { readonly id: string; readonly parentId: string | undefined }[],
  parentId: string,
): readonly Change[] {
  return accounts
    .filter((account) => account.parentId !== parentId)
    .map(({ id }) => ({ kind: "account-moved", accountId: id, parentId }));
}
