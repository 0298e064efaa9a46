// CreatePolicy: a new policy, attached to nothing yet. Its type need not be enabled.

import { faultFor } from "../fault.js";
import { drawPolicyId } from "../ids.js";
import type { Operation } from "../operation.js";
import { checkContent, requireAllFeatures, requireFreeName } from "../policy-rules.js";
import { policiesMax } from "../policy-types.js";
import { policyShape } from "../shapes.js";
import { checkTags, tagged } from "../tags.js";

export const createPolicy: Operation<"CreatePolicy"> = {
  kind: "write",
  callers: "management",
  decide({ Type: policyType, Name: name, Description: description, Content: content, Tags }, context) {
    const { organization, quotas, draw } = context;
    checkTags(Tags, quotas);
    requireAllFeatures(organization);
    checkContent(policyType, content, context);
    requireFreeName(organization, policyType, name);
    if (organization.policiesOfType(policyType).size >= policiesMax(policyType, quotas)) {
      const message = `the organization holds ${policiesMax(policyType, quotas)} policies of type ${policyType}, the most allowed`;
      faultFor("ConstraintViolationException", "POLICY_NUMBER_LIMIT_EXCEEDED", message);
    }
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
