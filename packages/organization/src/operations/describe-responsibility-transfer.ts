// DescribeResponsibilityTransfer: a transfer by its id, for the two organizations that have a part in it.

import type { Operation } from "../operation.js";
import { findTransfer } from "../transfer-rules.js";
import { transferShape } from "../transfer-shape.js";

export const describeResponsibilityTransfer: Operation<"DescribeResponsibilityTransfer"> = {
  kind: "read",
  callers: "management",
  answer({ Id: id }, { cell, organization }, now) {
    const view = findTransfer(cell, organization, id);
    return { ResponsibilityTransfer: transferShape(cell, organization, view, now) };
  },
};
