// ListHandshakesForAccount: what was sent to the caller's account, in the order of sending.

import { pageOfHandshakes } from "../handshake-rules.js";
import { handshakeShapes } from "../handshake-shape.js";
import type { Operation } from "../operation.js";

export const listHandshakesForAccount: Operation<"ListHandshakesForAccount"> = {
  kind: "read",
  callers: "anyone",
  answer({ Filter }, { cell, account, page }, now) {
    const sent = cell.handshakesTo({ type: "ACCOUNT", id: account.id });
    const { items, more } = pageOfHandshakes(sent, Filter, page, now);
    return { Handshakes: handshakeShapes(cell, items, now), ...more };
  },
};
