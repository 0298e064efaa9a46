// How events change handshakes: the part of `evolve` that is theirs.

import type { HandshakeEvent } from "./handshake-events.js";
import { known } from "./known.js";
import type { Cell } from "./state/cell.js";
import type { Handshake, HandshakeAction } from "./state/handshake.js";

/** What every request for an agreement says. */
type Request = Pick<
  Extract<HandshakeEvent, { readonly expiresAt: number }>,
  "handshakeId" | "organizationId" | "expiresAt"
>;

/** Times in milliseconds since the epoch. */
export function evolveHandshake(cell: Cell, event: HandshakeEvent, at: number): void {
  switch (event.type) {
    case "invitation.sent":
      return request(cell, event, at, "INVITE", pick(event));
    case "all-features.requested":
      return requestAllFeatures(cell, event, at);
    case "handshake.accepted":
      handshakeOf(cell, event).ended = { state: "ACCEPTED", at };
      return;
    case "handshake.declined":
      handshakeOf(cell, event).ended = { state: "DECLINED", at };
      return;
    case "handshake.canceled":
      handshakeOf(cell, event).ended = { state: "CANCELED", at };
      return cancel(cell, event.organizationId, at, ({ parentId }) => parentId === event.handshakeId);
    case "all-features.enabled":
      known(cell.organizations.get(event.organizationId), event.organizationId).featureSet = "ALL";
  }
}

/** Who has left need not agree to anything any more. */
export function cancelApprovalsOf(
  cell: Cell,
  { organizationId, accountId }: { readonly organizationId: string; readonly accountId: string },
  at: number,
): void {
  const concerned = ({ action, recipient }: Handshake): boolean =>
    action === "APPROVE_ALL_FEATURES" && recipient?.id === accountId;
  cancel(cell, organizationId, at, concerned);
}

/** Those of an organization that are open yet. */
function cancel(
  cell: Cell,
  organizationId: string,
  at: number,
  concerned: (handshake: Handshake) => boolean,
): void {
  for (const handshake of cell.handshakes.ofOrganization(organizationId)) {
    const isOpen = handshake.ended === undefined && handshake.expiresAt > at;
    if (isOpen && concerned(handshake)) handshake.ended = { state: "CANCELED", at };
  }
}

function requestAllFeatures(
  cell: Cell,
  event: Extract<HandshakeEvent, { readonly type: "all-features.requested" }>,
  at: number,
): void {
  cancel(cell, event.organizationId, at, ({ action }) => action === "INVITE");
  request(cell, event, at, "ENABLE_ALL_FEATURES", {});
  const parentId = event.handshakeId;
  for (const [handshakeId, id] of event.approvals) {
    const recipient = { type: "ACCOUNT", id } as const;
    request(cell, { ...event, handshakeId }, at, "APPROVE_ALL_FEATURES", { recipient, parentId });
  }
}

/** A handshake begins. */
export function request(
  cell: Cell,
  { handshakeId: id, organizationId, expiresAt }: Request,
  requestedAt: number,
  action: HandshakeAction,
  more: Pick<Handshake, "recipient" | "parentId" | "notes" | "tags" | "transfer">,
): void {
  const place = cell.handshakes.last + 1;
  cell.addHandshake({ id, place, organizationId, action, requestedAt, expiresAt, ...more });
}

/** Of what an invitation says, that which the account gets to read or to carry. */
function pick({
  recipient,
  notes,
  tags,
}: Extract<HandshakeEvent, { readonly type: "invitation.sent" }>): Pick<
  Handshake,
  "recipient" | "notes" | "tags"
> {
  return {
    recipient,
    ...(notes === undefined ? {} : { notes }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function handshakeOf(cell: Cell, { handshakeId }: { readonly handshakeId: string }): Handshake {
  return known(cell.handshakes.get(handshakeId), handshakeId);
}
