// DescribePolicy: a policy with its content, byte for byte as it was submitted.

import type { Operation } from "../operation.js";
import { findPolicy } from "../policy-rules.js";
import { policyShape } from "../shapes.js";

export const describePolicy: Operation<"DescribePolicy"> = {
  kind: "read",
  callers: "delegable",
  answer: ({ PolicyId }, { organization }) => ({
    Policy: policyShape(organization, findPolicy(organization, PolicyId)),
  }),
};
