// DescribeHandshake: a handshake by its id, for who sent it and who got it.

import { findHandshake } from "../handshake-rules.js";
import { handshakeShape } from "../handshake-shape.js";
import type { Operation } from "../operation.js";

export const describeHandshake: Operation<"DescribeHandshake"> = {
  kind: "read",
  callers: "anyone",
  answer: ({ HandshakeId }, context, now) => ({
    Handshake: handshakeShape(context.cell, findHandshake(HandshakeId, context, now).handshake, now),
  }),
};
