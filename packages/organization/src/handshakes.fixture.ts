// Handshakes for tests, made by the operations themselves.

import { drawn } from "./example-cell.fixture.js";
import type { ExampleCell } from "./example-cell.fixture.js";
import type { Input } from "./operation-types.js";

export const day = 24 * 60 * 60 * 1000;

export const byId = (Id: string): Input<"InviteAccountToOrganization"> => ({
  Target: { Type: "ACCOUNT", Id },
});
export const byAddress = (Id: string): Input<"InviteAccountToOrganization"> => ({
  Target: { Type: "EMAIL", Id },
});

/** An invitation of the account that is in no organization, which is sent by the example's. */
export function invited(cell: ExampleCell, input = byId(cell.outsider)): string {
  return drawn(cell.act("InviteAccountToOrganization", input).Handshake?.Id);
}

export interface Migration {
  readonly cell: ExampleCell;
  /** Who asks for all features. */
  readonly as: string;
  readonly request: string;
  /** What `app` is asked to accept. */
  readonly approval: string;
}

/** `outsider` has an organization for consolidated billing, into which `app` has moved when it was invited. */
export function billing(cell: ExampleCell): string {
  const as = cell.outsider;
  cell.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
  const { Handshake } = cell.act("InviteAccountToOrganization", byId(cell.app), { as });
  cell.act("AcceptHandshake", { HandshakeId: drawn(Handshake?.Id) }, { as: cell.app });
  return as;
}

/** The same organization while it asks for all features. */
export function migrating(cell: ExampleCell): Migration {
  const as = billing(cell);
  const request = drawn(cell.act("EnableAllFeatures", {}, { as }).Handshake?.Id);
  const Filter = { ActionType: "APPROVE_ALL_FEATURES" } as const;
  const [approval] = cell.act("ListHandshakesForAccount", { Filter }, { as: cell.app }).Handshakes ?? [];
  return { cell, as, request, approval: drawn(approval?.Id) };
}
