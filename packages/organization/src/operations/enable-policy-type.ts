// EnablePolicyType: lets policies of a type be attached.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { requireAllFeatures } from "../policy-rules.js";
import { rootShape } from "../shapes.js";
import { findRoot } from "../find-parent.js";

/** Completes at once: the type is `ENABLED` in the answer, where AWS may still say `PENDING_ENABLE`. */
export const enablePolicyType: Operation<"EnablePolicyType"> = {
  kind: "write",
  callers: "delegable",
  decide({ RootId, PolicyType: policyType }, { organization }) {
    findRoot(organization, RootId);
    requireAllFeatures(organization);
    if (organization.isListed(policyType)) {
      fault("PolicyTypeAlreadyEnabledException", `policy type ${policyType} is already enabled`);
    }
    const managed = organization.managedPolicy(policyType);
    const enabled = { type: "policy-type.enabled", organizationId: organization.id, policyType } as const;
    return {
      events: [managed === undefined ? enabled : { ...enabled, defaultPolicyId: managed.id }],
      output: () => ({ Root: rootShape(organization) }),
    };
  },
};
