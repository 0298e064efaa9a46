// Transfers of responsibility for tests, made by the operations themselves.

import type { OrganizationFeatureSet } from "@aws-sdk/client-organizations";
import { drawn } from "./example-cell.fixture.js";
import type { ExampleCell } from "./example-cell.fixture.js";
import type { Input } from "./operation-types.js";

type Request = Input<"InviteOrganizationToTransferResponsibility">;

/** The month after that in which the example begins. */
export const start = new Date(Date.UTC(2026, 1, 1));

export const billOf = (Id: string, change: Partial<Request> = {}): Request => ({
  Type: "BILLING",
  Target: { Type: "ACCOUNT", Id },
  StartTimestamp: start,
  SourceName: "Solo",
  ...change,
});

export interface Asked {
  /** The management account of the organization that is asked. */
  readonly source: string;
  readonly handshakeId: string;
  readonly transferId: string;
}

/** `as` asks the organization that `source` manages for its bill. */
export function ask(
  cell: ExampleCell,
  source: string,
  as = cell.management,
  change: Partial<Request> = {},
): Asked {
  const { Handshake } = cell.act("InviteOrganizationToTransferResponsibility", billOf(source, change), {
    as,
  });
  const transfer = Handshake?.Resources?.find(({ Type }) => Type === "RESPONSIBILITY_TRANSFER");
  return { source, handshakeId: drawn(Handshake?.Id), transferId: drawn(transfer?.Value) };
}

/** `outsider` has an organization, which the example's asks for its bill. */
export function askedFor(cell: ExampleCell): Asked {
  cell.act("CreateOrganization", {}, { as: cell.outsider });
  return ask(cell, cell.outsider);
}

export function agree(cell: ExampleCell, { source, handshakeId }: Asked): void {
  cell.act("AcceptHandshake", { HandshakeId: handshakeId }, { as: source });
}

/** The same once it was agreed to. */
export function handedOver(cell: ExampleCell): Asked {
  const asked = askedFor(cell);
  agree(cell, asked);
  return asked;
}

/** A further account with an organization of its own. */
export function neighbour(
  cell: ExampleCell,
  accountId: string,
  FeatureSet: OrganizationFeatureSet = "ALL",
): string {
  cell.openAccount(accountId, `${accountId}@other.example`, "Neighbour");
  cell.act("CreateOrganization", { FeatureSet }, { as: accountId });
  return accountId;
}
