// CancelHandshake: the management account takes back what it sent.

import { fault } from "../fault.js";
import { findHandshake, requireTransition } from "../handshake-rules.js";
import { handshakeShape } from "../handshake-shape.js";
import type { Operation } from "../operation.js";

/** A canceled request for all features takes the open approvals under it with it. */
export const cancelHandshake: Operation<"CancelHandshake"> = {
  kind: "write",
  callers: "anyone",
  decide({ HandshakeId }, context, now) {
    const { cell } = context;
    const { handshake, organization, side } = findHandshake(HandshakeId, context, now);
    if (side !== "sender") {
      const message = `handshake \`${handshake.id}\` was sent to this account; decline it instead (DeclineHandshake)`;
      fault("AccessDeniedException", message);
    }
    requireTransition(cell, handshake, "CANCELED", now);
    const canceled = { type: "handshake.canceled", handshakeId: handshake.id } as const;
    return {
      events: [{ ...canceled, organizationId: organization.id }],
      output: () => ({ Handshake: handshakeShape(cell, handshake, now) }),
    };
  },
};
