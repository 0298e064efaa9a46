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
  if (name !== "EnableAllFeatures" && name !== "InviteAccountToOrganization") return undefined;
  const organizations = [...cell.cell.organizations.values()];
  return organizations[account % organizations.length]?.managementAccountId;
}

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
  LeaveOrganization: () => ({}),
};
