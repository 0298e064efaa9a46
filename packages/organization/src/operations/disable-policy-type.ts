// DisablePolicyType: detaches every policy of a type from everything; deletes none.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { rootShape } from "../shapes.js";
import { findRoot } from "../find-parent.js";

/** Completes at once. Enabling the type again does not bring the attachments back. */
export const disablePolicyType: Operation<"DisablePolicyType"> = {
  kind: "write",
  callers: "delegable",
  decide({ RootId, PolicyType: policyType }, { organization }) {
    findRoot(organization, RootId);
    if (!organization.isListed(policyType)) {
      fault("PolicyTypeNotEnabledException", `policy type ${policyType} is not enabled`);
    }
    return {
      events: [{ type: "policy-type.disabled", organizationId: organization.id, policyType }],
      output: () => ({ Root: rootShape(organization) }),
    };
  },
};
