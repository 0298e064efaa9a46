// The journey of accounts that join an organization and leave it, the same for every client.

import { delegate } from "./delegate.js";
import { enableAllFeatures } from "./enable-all-features.js";
import type { AccountsStage } from "./accounts-stage.js";
import { gatherCrowd } from "./gather-crowd.js";
import { inviteAccounts } from "./invite-accounts.js";
import { listEverything } from "./list-everything.js";
import { partWays } from "./part-ways.js";
import type { Act } from "./run-journey.js";
import type { ClientName } from "../clients/client-name.js";

/** The stage is set when the first step runs. */
export function accountsJourney(client: ClientName, stage: () => AccountsStage): readonly Act[] {
  return [
    inviteAccounts,
    enableAllFeatures,
    delegate,
    gatherCrowd(async (name) => stage().newAccount(name)),
    listEverything((operation) => stage().cell.calls.count(client, operation)),
    partWays,
  ];
}
