// TerminateResponsibilityTransfer: one of the two organizations ends a transfer, at the end of a month.

import { fault, faultFor } from "../fault.js";
import { monthEnd, monthStart } from "../months.js";
import type { Operation } from "../operation.js";
import { findTransfer, transferStatus } from "../transfer-rules.js";
import type { TransferHandshake } from "../transfer-rules.js";
import { transferShape } from "../transfer-shape.js";
import type { Quotas } from "../quotas.js";
import type { Cell } from "../state/cell.js";

/**
 * Without an end it ends with this month, so that one that begins later never does. It can be withdrawn once, and only
 * after it was agreed to: before, its handshake is canceled or declined.
 */
export const terminateResponsibilityTransfer: Operation<"TerminateResponsibilityTransfer"> = {
  kind: "write",
  callers: "management",
  decide({ Id: id, EndTimestamp }, { cell, organization, quotas }, now) {
    const view = findTransfer(cell, organization, id);
    const { handshake } = view;
    requireAgreed(cell, handshake, now);
    const endsAt =
      EndTimestamp === undefined ? monthEnd(now) : lastMoment(EndTimestamp.getTime(), quotas, now);
    const of = { organizationId: handshake.organizationId, handshakeId: handshake.id };
    return {
      events: [{ type: "responsibility-transfer.withdrawn", ...of, endsAt }],
      output: () => ({ ResponsibilityTransfer: transferShape(cell, organization, view, now) }),
    };
  },
};

function requireAgreed(cell: Cell, handshake: TransferHandshake, now: number): void {
  const { id } = handshake.transfer;
  const status = transferStatus(cell, handshake, now);
  if (status === "ACCEPTED") return;
  if (status === "WITHDRAWN") {
    fault("ResponsibilityTransferAlreadyInStatusException", `transfer \`${id}\` is WITHDRAWN already`);
  }
  const what =
    status === "REQUESTED"
      ? `; cancel or decline its handshake \`${handshake.id}\` instead (CancelHandshake, DeclineHandshake)`
      : ", so that there is nothing to end";
  const message = `transfer \`${id}\` is ${status}${what}`;
  fault("InvalidResponsibilityTransferTransitionException", message);
}

/** Clients send whole seconds; AWS's own text has the last millisecond. Both mean the same moment. */
function lastMoment(asked: number, { transferMonthsAheadMax: months }: Quotas, now: number): number {
  const end = monthEnd(asked);
  if (asked !== end && asked !== end - 999) {
    const message = "a transfer ends with the last second of a month, such as `2027-01-31T23:59:59Z`";
    faultFor("InvalidInputException", "END_DATE_NOT_END_OF_MONTH", message);
  }
  if (end < now) {
    const message = "that end is past; name the end of this month or of a later one";
    faultFor("InvalidInputException", "END_DATE_TOO_EARLY", message);
  }
  if (end >= monthStart(now, months + 1)) {
    const message = `that end is more than ${months} months ahead, the most that the quota allows`;
    faultFor("InvalidInputException", "END_DATE_TOO_LATE", message);
  }
  return end;
}
