// ListInboundResponsibilityTransfers: what the organization took over, or asked others for, in the order of asking.

import { pageByPlace } from "../handshake-rules.js";
import type { Operation } from "../operation.js";
import { findTransfer, inboundTransfers } from "../transfer-rules.js";
import { transferShape } from "../transfer-shape.js";

/** With an id, that one alone, which has to be inbound. */
export const listInboundResponsibilityTransfers: Operation<"ListInboundResponsibilityTransfers"> = {
  kind: "read",
  callers: "management",
  answer({ Id: id }, { cell, organization, page }, now) {
    if (id !== undefined) findTransfer(cell, organization, id, "inbound");
    const keep =
      id === undefined ? undefined : ({ transfer }: { transfer: { id: string } }) => transfer.id === id;
    const { items, more } = pageByPlace(inboundTransfers(cell, organization), page, keep);
    const shapes = items.map((handshake) =>
      transferShape(cell, organization, { handshake, direction: "inbound" }, now),
    );
    return { ResponsibilityTransfers: shapes, ...more };
  },
};
