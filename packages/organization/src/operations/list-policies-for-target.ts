// ListPoliciesForTarget: the policies of a type attached directly to an entity, in attachment order.

import type { Operation } from "../operation.js";
import { findTarget } from "../policy-rules.js";
import { policySummaryShape } from "../shapes.js";

/** The order is the one in which the engine merges them, which AWS does not promise to show. */
export const listPoliciesForTarget: Operation<"ListPoliciesForTarget"> = {
  kind: "read",
  callers: "delegable",
  answer({ TargetId, Filter }, { organization, page: { after, count } }) {
    const target = findTarget(organization, TargetId);
    const rest = target.attachments(Filter).filter(({ place }) => place > after);
    const shown = rest.slice(0, count);
    return {
      Policies: shown.map(({ policy }) => policySummaryShape(organization, policy)),
      ...(rest.length > shown.length ? { NextToken: String(shown.at(-1)?.place) } : {}),
    };
  },
};
