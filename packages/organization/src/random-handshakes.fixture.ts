// Random calls of the handshake operations.

import type { ExampleCell } from "./example-cell.fixture.js";
import type { Input } from "./operation-types.js";
import type { Dice } from "./random-calls.fixture.js";

/** Who has something to do with a call, where that is seldom the management account of the example. */
export function concerned(
  cell: ExampleCell,
  name: string,
  input: object,
  { account }: Dice,
): string | undefined {
  if (name === "AcceptHandshake" || name === "DeclineHandshake") {
    const { HandshakeId = "" } = input as { HandshakeId?: string };
    const handshake = cell.cell.handshakes.get(HandshakeId);
    if (handshake?.recipient !== undefined) return cell.cell.accountOf(handshake.recipient)?.id;
    return cell.cell.organizations.get(handshake?.organizationId ?? "")?.managementAccountId;
  }
  if (name === "LeaveOrganization") return pick([...cell.cell.accounts.keys()], account, cell.app);
  if (name === "TerminateResponsibilityTransfer" || name === "UpdateResponsibilityTransfer") {
    const asked = cell.cell.handshakes.ofTransfer((input as { Id?: string }).Id ?? "");
    return cell.cell.organizations.get(asked?.organizationId ?? "")?.managementAccountId;
  }
  if (!bySomeOrganization.has(name)) return undefined;
  const organizations = [...cell.cell.organizations.values()];
  return organizations[account % organizations.length]?.managementAccountId;
}

/** What more than one organization of the cell is to call. */
const bySomeOrganization: ReadonlySet<string> = new Set([
  "EnableAllFeatures",
  "InviteAccountToOrganization",
  "InviteOrganizationToTransferResponsibility",
]);

/** Mostly an account or a handshake that is there. */
function pick(items: readonly string[], index: number, otherwise: string): string {
  return items[index % (items.length + 1)] ?? otherwise;
}

const handshakeOf = (cell: ExampleCell, { policy }: Dice): { HandshakeId: string } => ({
  HandshakeId: pick(
    Array.from(cell.cell.handshakes.values(), ({ id }) => id).toReversed(),
    policy % 3,
    "h-nowhere000",
  ),
});

/** Rather one that was agreed to, since most are not. */
const transferOf = (cell: ExampleCell, { policy }: Dice): string => {
  const asked = Array.from(cell.cell.handshakes.values(), ({ transfer }) => transfer ?? []).flat();
  const agreed = asked.filter(({ sourceOrganizationId }) => sourceOrganizationId !== undefined);
  const ids = [...agreed, ...asked].map(({ id }) => id);
  return pick(ids, policy % 3, "rt-nowhere000");
};
const managers = (cell: ExampleCell): readonly string[] =>
  Array.from(cell.cell.organizations.values(), ({ managementAccountId }) => managementAccountId);
const monthStart = (cell: ExampleCell, later: number): number => {
  const now = new Date(cell.now);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later);
};

export const randomHandshakes = {
  AcceptHandshake: handshakeOf,
  CancelHandshake: handshakeOf,
  DeclineHandshake: handshakeOf,
  EnableAllFeatures: () => ({}),
  InviteAccountToOrganization: (
    cell: ExampleCell,
    { node, text }: Dice,
  ): Input<"InviteAccountToOrganization"> => ({
    Target:
      text % 4 === 0
        ? { Type: "EMAIL", Id: `mail-${node % 5}@acme.example` }
        : { Type: "ACCOUNT", Id: pick([...cell.cell.accounts.keys()], node, "999999999999") },
    ...(text % 3 === 0 ? { Tags: [{ Key: "stage", Value: "test" }] } : {}),
  }),
  InviteOrganizationToTransferResponsibility: (
    cell: ExampleCell,
    { node, text, parent }: Dice,
  ): Input<"InviteOrganizationToTransferResponsibility"> => ({
    Type: "BILLING",
    Target: { Type: "ACCOUNT", Id: pick(managers(cell), node, cell.app) },
    StartTimestamp: new Date(monthStart(cell, parent % 4)),
    SourceName: `bill ${text % 3}`,
    ...(text % 3 === 0 ? { Tags: [{ Key: "stage", Value: "test" }] } : {}),
  }),
  TerminateResponsibilityTransfer: (cell: ExampleCell, dice: Dice) => ({
    Id: transferOf(cell, dice),
    ...(dice.text % 3 > 0 ? {} : { EndTimestamp: new Date(monthStart(cell, dice.parent % 3) - 1) }),
  }),
  UpdateResponsibilityTransfer: (cell: ExampleCell, dice: Dice) => ({
    Id: transferOf(cell, dice),
    Name: `bill ${dice.text % 3}`,
  }),
  LeaveOrganization: () => ({}),
};
