// Where accounts join and leave: a server that has stood for sixteen days, and accounts that belong to no organization.

import { createStandaloneAccount } from "../clients/operator.js";
import type { StandaloneAccount } from "../clients/operator.js";
import type { Client } from "../clients/client.js";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { Scene } from "./scene.js";

/** A day more than an invitation is good for. */
const ageMilliseconds = 16 * 24 * 60 * 60 * 1000;

export interface AccountsStage {
  readonly cell: RunningCell;
  readonly scene: Scene;
  /** By the operator of the server. */
  readonly newAccount: (name: string) => Promise<StandaloneAccount>;
}

/**
 * `Early` has an organization, and invited `Late`, who did not answer in time. `Ada`, `Bob` and `Cy` are in none, and
 * neither is the account of the client.
 */
export async function setAccountsStage(clientOf: (cell: RunningCell) => Client): Promise<AccountsStage> {
  let ahead = -ageMilliseconds;
  const clock = (): number => Date.now() + ahead;
  const cell = await startCell({ clock, quotas: { tagsMax: 60 } });
  const target = { endpoint: cell.server.url, key: cell.key, clock };
  const newAccount = async (name: string): Promise<StandaloneAccount> =>
    createStandaloneAccount(target, name);
  const [early, late] = [await newAccount("Early"), await newAccount("Late")];
  // A client for each call: from an answer the SDK learns what time it is, and signs the next by that.
  const then = (): Client =>
    new SdkClient({ endpoint: cell.server.url, key: early.key, systemClockOffset: ahead });
  take(await then().call("CreateOrganization", {}));
  const invitation = { Target: { Type: "ACCOUNT", Id: late.id } };
  const { Handshake } = take(await then().call("InviteAccountToOrganization", invitation));
  ahead = 0;

  const crew = new SdkClient({ endpoint: cell.server.url, key: cell.key });
  const scene = new Scene(clientOf(cell), crew);
  scene.keep("unanswered", Handshake?.Id);
  scene.enter("Early", early.id, early.key);
  scene.enter("Late", late.id, late.key);
  for (const name of ["Ada", "Bob", "Cy"]) {
    const { id, email, key } = await newAccount(name);
    scene.enter(name, id, key);
    scene.keep(`${name}'s address`, email);
  }
  return { cell, scene, newAccount };
}
