// Act: another organization's bill is asked for, and an account in GovCloud made.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import type { Act } from "./run-journey.js";

/** The first of the month after next. */
export function startOfTransfer(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2));
}

export const askForABill: Act = {
  title: "asking for another's bill",
  steps: [
    {
      name: "the question is sent, and shows as inbound",
      run: async (scene) => {
        const { Handshake } = await scene.does("InviteOrganizationToTransferResponsibility", {
          Type: "BILLING",
          Target: { Type: "EMAIL", Id: "payer@other.example" },
          StartTimestamp: startOfTransfer(),
          SourceName: "Other",
        });
        scene.keep("question", Handshake?.Id);
        const list = { Type: "BILLING" };
        const inbound = await scene.does("ListInboundResponsibilityTransfers", list);
        expect(inbound.ResponsibilityTransfers).toMatchObject([{ Name: "Other", Status: "REQUESTED" }]);
        scene.keep("transfer", inbound.ResponsibilityTransfers?.[0]?.Id);
        const outbound = await scene.does("ListOutboundResponsibilityTransfers", list);
        expect(outbound.ResponsibilityTransfers).toEqual([]);
      },
    },
    {
      name: "it gets another name, and cannot be withdrawn before it was agreed to",
      run: async (scene) => {
        const Id = scene.id("transfer");
        await scene.does("UpdateResponsibilityTransfer", { Id, Name: "The other bill" });
        await scene.isRefused(
          "TerminateResponsibilityTransfer",
          { Id },
          {
            error: "InvalidResponsibilityTransferTransitionException",
          },
        );
      },
    },
    {
      name: "taken back, it shows as canceled",
      run: async (scene) => {
        take(await scene.crew.call("CancelHandshake", { HandshakeId: scene.id("question") }));
        const { ResponsibilityTransfer } = await scene.does("DescribeResponsibilityTransfer", {
          Id: scene.id("transfer"),
        });
        expect(ResponsibilityTransfer).toMatchObject({ Name: "The other bill", Status: "CANCELED" });
      },
    },
    {
      name: "an account in GovCloud is made with one in the organization",
      run: async (scene) => {
        const input = { AccountName: "Gov", Email: "gov@acme.example" };
        const { CreateAccountStatus: made } = await scene.does("CreateGovCloudAccount", input);
        expect(made?.State).toBe("SUCCEEDED");
        expect(made?.GovCloudAccountId).toMatch(/^\d{12}$/);
      },
    },
  ],
};
