// How events change transfers of responsibility: the part of `evolve` that is theirs.

import { request } from "./evolve-handshake.js";
import { known } from "./known.js";
import type { Cell } from "./state/cell.js";
import type { Transfer } from "./state/transfer.js";
import type { TransferEvent } from "./transfer-events.js";

/** `at` in milliseconds since the epoch. */
export function evolveTransfer(cell: Cell, event: TransferEvent, at: number): void {
  switch (event.type) {
    case "responsibility-transfer.requested":
      return requestTransfer(cell, event, at);
    case "responsibility-transfer.agreed":
      transferOf(cell, event).sourceOrganizationId = event.sourceOrganizationId;
      return;
    case "responsibility-transfer.renamed":
      transferOf(cell, event).name = event.name;
      return;
    case "responsibility-transfer.withdrawn":
      transferOf(cell, event).endsAt = event.endsAt;
  }
}

/** Those that an organization asked for go with it, and the tags that the other side gave them. */
export function forgetTransfersOf(cell: Cell, organizationId: string): void {
  for (const { transfer, recipient } of cell.handshakes.ofOrganization(organizationId)) {
    const asked = recipient && cell.accountOf(recipient);
    if (transfer !== undefined && asked !== undefined) cell.organizationOf(asked)?.tags.forget(transfer.id);
  }
}

function requestTransfer(
  cell: Cell,
  event: Extract<TransferEvent, { readonly type: "responsibility-transfer.requested" }>,
  at: number,
): void {
  const { recipient, notes, tags, transferId: id, name, startsAt } = event;
  request(cell, event, at, "TRANSFER_RESPONSIBILITY", {
    recipient,
    ...(notes === undefined ? {} : { notes }),
    ...(tags === undefined ? {} : { tags }),
    transfer: { id, name, startsAt },
  });
}

function transferOf(cell: Cell, { handshakeId }: { readonly handshakeId: string }): Transfer {
  return known(cell.handshakes.get(handshakeId)?.transfer, handshakeId);
}
