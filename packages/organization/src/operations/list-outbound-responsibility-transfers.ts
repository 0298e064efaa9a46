// ListOutboundResponsibilityTransfers: what the organization hands over, or is asked for, in the order of asking.

import { pageByPlace } from "../handshake-rules.js";
import type { Operation } from "../operation.js";
import { outboundTransfers } from "../transfer-rules.js";
import { transferShape } from "../transfer-shape.js";

export const listOutboundResponsibilityTransfers: Operation<"ListOutboundResponsibilityTransfers"> = {
  kind: "read",
  callers: "management",
  answer(_, { cell, organization, page }, now) {
    const { items, more } = pageByPlace(outboundTransfers(cell, organization), page);
    const shapes = items.map((handshake) =>
      transferShape(cell, organization, { handshake, direction: "outbound" }, now),
    );
    return { ResponsibilityTransfers: shapes, ...more };
  },
};
