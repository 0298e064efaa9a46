// Ids: their forms, and how new ones are drawn.

import type { Cell } from "./state/cell.js";
import type { Organization } from "./state/organization.js";

/** A source of randomness: `length` characters, each drawn evenly from `alphabet`. */
export type Draw = (alphabet: string, length: number) => string;

const digits = "0123456789";
const lowercase = `${digits}abcdefghijklmnopqrstuvwxyz`;

/** `taken`: one that was drawn in the same moment. */
export function drawAccountId(draw: Draw, cell: Cell, taken?: string): string {
  // No leading zero: spreadsheets and YAML would take it for a number and drop it.
  return unused(
    () => draw("123456789", 1) + draw(digits, 11),
    (id) => id === taken || cell.accounts.has(id),
  );
}

export function drawOrganizationId(draw: Draw, cell: Cell): string {
  return unused(
    () => `o-${draw(lowercase, 10)}`,
    (id) => cell.organizations.has(id),
  );
}

export function drawRootId(draw: Draw): string {
  return `r-${draw(lowercase, 4)}`;
}

export function drawUnitId(draw: Draw, organization: Organization): string {
  const root = organization.root.id.slice("r-".length);
  return unused(
    () => `ou-${root}-${draw(lowercase, 8)}`,
    (id) => organization.units.has(id),
  );
}

export function drawPolicyId(draw: Draw, organization: Organization): string {
  return unused(
    () => `p-${draw(lowercase, 10)}`,
    (id) => organization.policies.has(id),
  );
}

export function drawResourcePolicyId(draw: Draw): string {
  return `rp-${draw(lowercase, 10)}`;
}

export function drawCreationId(draw: Draw, organization: Organization): string {
  return unused(
    () => `car-${draw(lowercase, 32)}`,
    (id) => organization.accountCreations.has(id),
  );
}

export function drawHandshakeId(draw: Draw, cell: Cell): string {
  return unused(
    () => `h-${draw(lowercase, 32)}`,
    (id) => cell.handshakes.has(id),
  );
}

export function drawTransferId(draw: Draw, cell: Cell): string {
  return unused(
    () => `rt-${draw(lowercase, 10)}`,
    (id) => cell.handshakes.ofTransfer(id) !== undefined,
  );
}

/** Ids are short, so a collision is possible; it must cost a second draw and nothing else. */
function unused(next: () => string, used: (id: string) => boolean): string {
  for (;;) {
    const id = next();
    if (!used(id)) return id;
  }
}
