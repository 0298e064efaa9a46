// ListHandshakesForOrganization: what the organization sent, in the order of sending.

import { pageOfHandshakes } from "../handshake-rules.js";
import { handshakeShapes } from "../handshake-shape.js";
import type { Operation } from "../operation.js";

export const listHandshakesForOrganization: Operation<"ListHandshakesForOrganization"> = {
  kind: "read",
  callers: "delegable",
  answer({ Filter }, { cell, organization, page }, now) {
    const sent = cell.handshakes.ofOrganization(organization.id);
    const { items, more } = pageOfHandshakes(sent, Filter, page, now);
    return { Handshakes: handshakeShapes(cell, items, now), ...more };
  },
};
