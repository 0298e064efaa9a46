// What a random walk seldom reaches: several callers doing the right things one after another.

import type { Stage } from "./stage.js";

interface Handshaken {
  readonly Handshake?: { readonly Id?: string };
}

type Scene = (stage: Stage) => Promise<void>;

/** An account joins, leaves, and says no. */
const invitation: Scene = async (stage) => {
  await alone(stage);
  for (const [caller, answer] of [
    ["outsider", "AcceptHandshake"],
    ["outsider", "DeclineHandshake"],
    ["management", "CancelHandshake"],
  ] as const) {
    const Target = { Type: "ACCOUNT", Id: stage.accountOf("outsider") };
    const HandshakeId = idOf(await stage.call("management", "InviteAccountToOrganization", { Target }));
    await stage.call("outsider", "ListHandshakesForAccount");
    await stage.call("outsider", "DescribeHandshake", { HandshakeId });
    await stage.call(caller, answer, { HandshakeId });
    await stage.call("outsider", "LeaveOrganization");
  }
};

/** An organization for consolidated billing gets all features, and ends. */
const allFeatures: Scene = async (stage) => {
  await alone(stage);
  await stage.call("outsider", "CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" });
  const HandshakeId = idOf(await stage.call("outsider", "EnableAllFeatures"));
  await stage.call("outsider", "AcceptHandshake", { HandshakeId });
  await stage.call("outsider", "DeleteOrganization");
};

/** A bill is handed over, and taken back. */
const transfer: Scene = async (stage) => {
  await stage.call("payer", "LeaveOrganization");
  await stage.call("payer", "CreateOrganization", { FeatureSet: "ALL" });
  const now = new Date();
  // In whole seconds, as on the wire.
  const StartTimestamp = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2) / 1000;
  const Target = { Type: "ACCOUNT", Id: stage.accountOf("payer") };
  const input = { Type: "BILLING", Target, StartTimestamp, SourceName: "payer" };
  const asked = await stage.call("management", "InviteOrganizationToTransferResponsibility", input);
  await stage.call("payer", "AcceptHandshake", { HandshakeId: idOf(asked) });
  const list = { Type: "BILLING" };
  await stage.call("management", "ListInboundResponsibilityTransfers", list);
  const listed = await stage.call("payer", "ListOutboundResponsibilityTransfers", list);
  const transfers = (listed?.["ResponsibilityTransfers"] ?? []) as readonly { readonly Id: string }[];
  const Id = transfers.at(-1)?.Id ?? "";
  await stage.call("payer", "DescribeResponsibilityTransfer", { Id });
  await stage.call("payer", "UpdateResponsibilityTransfer", { Id, Name: `payer ${transfers.length}` });
  await stage.call("management", "TerminateResponsibilityTransfer", { Id });
};

export const scenes: readonly Scene[] = [invitation, allFeatures, transfer];

/** The outsider is in no organization. */
async function alone(stage: Stage): Promise<void> {
  await stage.call("outsider", "LeaveOrganization");
  await stage.call("outsider", "DeleteOrganization");
}

function idOf(output: Readonly<Record<string, unknown>> | undefined): string {
  return (output as Handshaken | undefined)?.Handshake?.Id ?? "";
}
