// CreatePolicy: a new policy, attached to nothing yet. Its type need not be enabled.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { faultFor } from "../fault.js";
import { drawPolicyId } from "../ids.js";
import type { Operation } from "../operation.js";
import { checkContent, requireAllFeatures, requireFreeName } from "../policy-rules.js";
import { policiesMax } from "../policy-types.js";
import type { Quotas } from "../quotas.js";
import { policyShape } from "../shapes.js";
import type { Organization } from "../state/organization.js";
import { checkTags, tagged } from "../tags.js";

export const createPolicy: Operation<"CreatePolicy"> = {
  kind: "write",
  callers: "delegable",
  decide({ Type: policyType, Name: name, Description: description, Content: content, Tags }, context) {
    const { organization, quotas, draw } = context;
    checkTags(Tags, quotas);
    requireAllFeatures(organization);
    checkContent(policyType, content, context);
    requireFreeName(organization, policyType, name);
    requireRoom(organization, policyType, quotas);
    const organizationId = organization.id;
    const policyId = drawPolicyId(draw, organization);
    const created = { organizationId, policyId, policyType, name, description, content };
    return {
      events: [{ type: "policy.created", ...created }, ...tagged(organizationId, policyId, Tags)],
      output() {
        const policy = organization.policies.get(policyId);
        return policy === undefined ? {} : { Policy: policyShape(organization, policy) };
      },
    };
  },
};

/** AWS's own policies do not count. */
function requireRoom(organization: Organization, type: PolicyType, quotas: Quotas): void {
  const managed = organization.managedPolicy(type) === undefined ? 0 : 1;
  const limit = policiesMax(type, quotas);
  if (organization.policiesOfType(type).size - managed < limit) return;
  const message = `the organization holds ${limit} policies of type ${type}, the most allowed; delete one first`;
  faultFor("ConstraintViolationException", "POLICY_NUMBER_LIMIT_EXCEEDED", message);
}
