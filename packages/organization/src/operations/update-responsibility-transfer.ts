// UpdateResponsibilityTransfer: another name for a transfer, which both organizations see.

import { faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import { findTransfer, isUnderWay } from "../transfer-rules.js";
import { transferShape } from "../transfer-shape.js";

/** A call that changes nothing leaves no record. */
export const updateResponsibilityTransfer: Operation<"UpdateResponsibilityTransfer"> = {
  kind: "write",
  callers: "management",
  decide({ Id: id, Name: name }, { cell, organization }, now) {
    const view = findTransfer(cell, organization, id);
    const { handshake } = view;
    if (!isUnderWay(handshake, now) || handshake.transfer.endsAt !== undefined) {
      const message = `transfer \`${id}\` was withdrawn, or its invitation came to nothing; it keeps its name`;
      faultFor("ConstraintViolationException", "TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED", message);
    }
    const of = { organizationId: handshake.organizationId, handshakeId: handshake.id };
    return {
      events:
        handshake.transfer.name === name ? [] : [{ type: "responsibility-transfer.renamed", ...of, name }],
      output: () => ({ ResponsibilityTransfer: transferShape(cell, organization, view, now) }),
    };
  },
};
