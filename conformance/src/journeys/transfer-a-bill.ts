// Act four of accounts that join and leave: one organization asks for the bill of another, and withdraws.
// Both of two that stay, since a transfer of this month keeps its organizations from being deleted.

import { expect } from "vitest";
import { startOfTransfer } from "./ask-for-a-bill.js";
import type { Act } from "./run-journey.js";

const list = { Type: "BILLING" };

export const transferABill: Act = {
  title: "a bill that changes hands",
  steps: [
    {
      name: "who is asked agrees, and both sides see the transfer, each from its end",
      run: async (scene) => {
        const [cy, early] = [scene.as("Cy"), scene.as("Early")];
        await cy.does("CreateOrganization");
        const { Handshake } = await cy.does("InviteOrganizationToTransferResponsibility", {
          Type: "BILLING",
          Target: { Type: "ACCOUNT", Id: scene.id("Early") },
          StartTimestamp: startOfTransfer(),
          SourceName: "Early's",
        });
        await early.does("AcceptHandshake", { HandshakeId: scene.keep("bill", Handshake?.Id) });
        const [inbound, outbound] = await Promise.all([
          cy.does("ListInboundResponsibilityTransfers", list),
          early.does("ListOutboundResponsibilityTransfers", list),
        ]);
        expect(inbound.ResponsibilityTransfers).toMatchObject([{ Name: "Early's", Status: "ACCEPTED" }]);
        expect(outbound.ResponsibilityTransfers).toMatchObject([{ Status: "ACCEPTED" }]);
        scene.keep("bill's transfer", inbound.ResponsibilityTransfers?.[0]?.Id);
      },
    },
    {
      name: "it is withdrawn before it begins, once",
      run: async (scene) => {
        const [cy, transfer] = [scene.as("Cy"), { Id: scene.id("bill's transfer") }];
        const { ResponsibilityTransfer } = await cy.does("TerminateResponsibilityTransfer", transfer);
        expect(ResponsibilityTransfer).toMatchObject({ Status: "WITHDRAWN" });
        await cy.isRefused("TerminateResponsibilityTransfer", transfer, {
          error: "ResponsibilityTransferAlreadyInStatusException",
        });
      },
    },
  ],
};
