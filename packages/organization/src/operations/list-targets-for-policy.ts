// ListTargetsForPolicy: everything that a policy is attached to directly, in the order of attaching.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { findPolicy } from "../policy-rules.js";
import { targetShape } from "../shapes.js";

export const listTargetsForPolicy: Operation<"ListTargetsForPolicy"> = {
  kind: "read",
  callers: "delegable",
  answer({ PolicyId }, { organization, page }) {
    const { targets } = findPolicy(organization, PolicyId);
    const { items, more } = pageOf(targets, page, (node) => targetShape(organization, node));
    return { Targets: items, ...more };
  },
};
