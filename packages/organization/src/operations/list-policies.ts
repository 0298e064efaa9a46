// ListPolicies: the policies of a type, AWS's own included.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { policySummaryShape } from "../shapes.js";

export const listPolicies: Operation<"ListPolicies"> = {
  kind: "read",
  callers: "delegable",
  answer({ Filter }, { organization, page }) {
    const policies = organization.policiesOfType(Filter);
    const { items, more } = pageOf(policies, page, (policy) => policySummaryShape(organization, policy));
    return { Policies: items, ...more };
  },
};
