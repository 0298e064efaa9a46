// DeletePolicy: for good, once it is attached to nothing.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { findPolicy, requireOwn } from "../policy-rules.js";

export const deletePolicy: Operation<"DeletePolicy"> = {
  kind: "write",
  callers: "delegable",
  decide({ PolicyId }, { organization }) {
    const policy = findPolicy(organization, PolicyId);
    requireOwn(policy);
    if (policy.targets.size > 0) {
      const [first] = policy.targets.values();
      const others = policy.targets.size > 1 ? ` and ${policy.targets.size - 1} more` : "";
      fault(
        "PolicyInUseException",
        `policy \`${policy.id}\` is attached to \`${first?.id}\`${others}; detach it first`,
      );
    }
    return {
      events: [{ type: "policy.deleted", organizationId: organization.id, policyId: policy.id }],
      output: () => ({}),
    };
  },
};
