// DescribeResourcePolicy: the delegation policy of the organization.

import { findResourcePolicy } from "../policy-rules.js";
import type { Operation } from "../operation.js";
import { resourcePolicyShape } from "../shapes.js";

export const describeResourcePolicy: Operation<"DescribeResourcePolicy"> = {
  kind: "read",
  callers: "delegable",
  answer(_, { organization }) {
    findResourcePolicy(organization);
    return resourcePolicyShape(organization);
  },
};
