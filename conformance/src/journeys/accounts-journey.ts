// The journey of accounts that join an organization and leave it, the same for every client.

import { delegate } from "./delegate.js";
import { enableAllFeatures } from "./enable-all-features.js";
import type { AccountsStage } from "./accounts-stage.js";
import { gatherCrowd } from "./gather-crowd.js";
import { inviteAccounts } from "./invite-accounts.js";
import { everyList, listInPages } from "./list-everything.js";
import { partWays } from "./part-ways.js";
import type { Act } from "./run-journey.js";
import { transferABill } from "./transfer-a-bill.js";
import type { ClientName } from "../clients/client-name.js";
import type { ListName } from "../clients/client.js";

export interface AccountsJourneyOptions {
  readonly client: ClientName;
  /** The lists to be asked for in pages. */
  readonly lists?: readonly ListName[];
  /** Set when the first step runs. */
  readonly stage: () => AccountsStage;
}

export function accountsJourney({
  client,
  lists = everyList,
  stage,
}: AccountsJourneyOptions): readonly Act[] {
  return [
    inviteAccounts,
    enableAllFeatures,
    delegate,
    transferABill,
    gatherCrowd(async (name) => stage().newAccount(name)),
    listInPages(lists, (operation) => stage().cell.calls.count(client, operation)),
    partWays,
  ];
}
