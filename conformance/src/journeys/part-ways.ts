// Last act of accounts that join and leave: one leaves, the others are let go, and the organization ends.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

async function letGo({ crew, id }: Pick<Scene, "crew" | "id">): Promise<void> {
  const { DelegatedAdministrators } = take(await crew.list("ListDelegatedAdministrators", {}, {}));
  for (const { Id: AccountId } of DelegatedAdministrators ?? []) {
    const { DelegatedServices } = take(await crew.list("ListDelegatedServicesForAccount", { AccountId }, {}));
    for (const { ServicePrincipal } of DelegatedServices ?? []) {
      take(await crew.call("DeregisterDelegatedAdministrator", { AccountId, ServicePrincipal }));
    }
  }
  const { Accounts } = take(await crew.list("ListAccounts", {}, {}));
  for (const { Id: AccountId } of Accounts ?? []) {
    if (AccountId !== id("management")) take(await crew.call("RemoveAccountFromOrganization", { AccountId }));
  }
}

export const partWays: Act = {
  title: "parting",
  steps: [
    {
      name: "an account leaves by itself; the management account cannot",
      run: async (scene) => {
        const ada = scene.as("Ada");
        await ada.does("LeaveOrganization");
        await Promise.all([
          ada.isRefused("DescribeOrganization", {}, { error: "AWSOrganizationsNotInUseException" }),
          scene.isRefused(
            "DescribeAccount",
            { AccountId: scene.id("Ada") },
            { error: "AccountNotFoundException" },
          ),
          scene.isRefused("LeaveOrganization", {}, { error: "MasterCannotLeaveOrganizationException" }),
        ]);
      },
    },
    {
      name: "without an organization, its invitations are gone",
      run: async (scene) => {
        await letGo({ crew: scene.crew, id: (name) => scene.id(name) });
        await scene.does("DeleteOrganization");
        const { Handshakes } = await scene.as("Bob").does("ListHandshakesForAccount");
        expect(Handshakes).toEqual([]);
      },
    },
  ],
};
