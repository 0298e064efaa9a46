// DetachPolicy: from the root, an OU or an account. Takes effect at once.

import { fault, faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import { findPolicy, findTarget } from "../policy-rules.js";
import { attachmentsMin } from "../policy-types.js";

export const detachPolicy: Operation<"DetachPolicy"> = {
  kind: "write",
  callers: "delegable",
  decide({ PolicyId, TargetId }, { organization }) {
    const policy = findPolicy(organization, PolicyId);
    const target = findTarget(organization, TargetId);
    if (!policy.targets.has(target.id)) {
      fault("PolicyNotAttachedException", `policy \`${policy.id}\` is not attached to \`${target.id}\``);
    }
    if (policy.awsManaged && policy.type === "RESOURCE_CONTROL_POLICY") {
      const message = `policy \`${policy.id}\` stays attached while its type is enabled`;
      faultFor("InvalidInputException", "NON_DETACHABLE_POLICY", message);
    }
    if (target.attachments(policy.type).length <= attachmentsMin(policy.type)) {
      const message = `\`${target.id}\` must keep at least one policy of type ${policy.type}; attach another first`;
      faultFor("ConstraintViolationException", "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message);
    }
    const detached = { type: "policy.detached", policyId: policy.id, targetId: target.id } as const;
    return { events: [{ ...detached, organizationId: organization.id }], output: () => ({}) };
  },
};
