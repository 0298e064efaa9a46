// DeclineHandshake: the account that a handshake was sent to says no.

import { fault } from "../fault.js";
import { findHandshake, requireTransition } from "../handshake-rules.js";
import { handshakeShape } from "../handshake-shape.js";
import type { Operation } from "../operation.js";

/** Whoever declines all features keeps the organization from them until it leaves or is asked again. */
export const declineHandshake: Operation<"DeclineHandshake"> = {
  kind: "write",
  callers: "anyone",
  decide({ HandshakeId }, context, now) {
    const { cell } = context;
    const { handshake, organization, side } = findHandshake(HandshakeId, context, now);
    if (side !== "recipient") {
      const message = `this account sent handshake \`${handshake.id}\`; cancel it instead (CancelHandshake)`;
      fault("AccessDeniedException", message);
    }
    requireTransition(cell, handshake, "DECLINED", now);
    const declined = { type: "handshake.declined", handshakeId: handshake.id } as const;
    return {
      events: [{ ...declined, organizationId: organization.id }],
      output: () => ({ Handshake: handshakeShape(cell, handshake, now) }),
    };
  },
};
