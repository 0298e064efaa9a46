// Accounts moved one after the other; one that fails does not keep the others.

import { MoveAccountCommand } from "@aws-sdk/client-organizations";
import type { Api } from "../api/api.js";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { PartlyMade } from "../api/partly-made.js";
import { counted } from "../organization/impact.js";
import type { NodeRow } from "./node-rows.js";
import { withMovedAccounts } from "./tree-changes.js";
import type { TreeChange } from "./tree-changes.js";

export type Movement =
  | { readonly state: "moving" | "moved" }
  | { readonly state: "failed"; readonly error: ApiError };

/** By account id; one that is not in here waits. */
export type MoveProgress = ReadonlyMap<string, Movement>;

interface Watching {
  readonly show: (change: TreeChange) => void;
  readonly onProgress: (id: string, movement: Movement) => void;
}

interface MoveInput {
  readonly AccountId: string;
  readonly SourceParentId: string;
  readonly DestinationParentId: string;
}

export function moveInput({ id, parentId: source = "" }: NodeRow, parentId: string): MoveInput {
  return { AccountId: id, SourceParentId: source, DestinationParentId: parentId };
}

/** How many moved. Throws the first failure; where others had been moved, as a `PartlyMade`. */
export async function moveAccounts(
  api: Api,
  { accounts, parentId }: { readonly accounts: readonly NodeRow[]; readonly parentId: string },
  { show, onProgress }: Watching,
): Promise<number> {
  const moved = new Set<string>();
  const failures: unknown[] = [];
  for (const account of accounts) {
    onProgress(account.id, { state: "moving" });
    try {
      await api.organizations((client) => client.send(new MoveAccountCommand(moveInput(account, parentId))));
      moved.add(account.id);
      onProgress(account.id, { state: "moved" });
    } catch (error) {
      failures.push(error);
      onProgress(account.id, { state: "failed", error: apiError(error) });
    }
  }
  // Together: every change of the tree is evaluated anew.
  show(withMovedAccounts(moved, parentId));
  if (failures.length === 0) return moved.size;
  const told = `${moved.size} of ${counted(accounts.length, ["account", "accounts"])} moved`;
  throw moved.size === 0 ? failures[0] : new PartlyMade(told, failures[0]);
}
