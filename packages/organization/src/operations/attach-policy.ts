// AttachPolicy: to the root, an OU or an account. Takes effect at once.

import { fault, faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import { findPolicy, findTarget } from "../policy-rules.js";
import { attachmentsMax } from "../policy-types.js";

export const attachPolicy: Operation<"AttachPolicy"> = {
  kind: "write",
  callers: "delegable",
  decide({ PolicyId, TargetId }, { organization, quotas }) {
    const policy = findPolicy(organization, PolicyId);
    const target = findTarget(organization, TargetId);
    if (!organization.isEnabled(policy.type)) {
      const message = `policy type ${policy.type} is not enabled in \`${organization.root.id}\`; call EnablePolicyType first`;
      fault("PolicyTypeNotEnabledException", message);
    }
    if (policy.targets.has(target.id)) {
      fault(
        "DuplicatePolicyAttachmentException",
        `policy \`${policy.id}\` is already attached to \`${target.id}\``,
      );
    }
    const limit = attachmentsMax(policy.type, quotas);
    if (target.attachments(policy.type).length >= limit) {
      const message = `\`${target.id}\` has ${limit} policies of type ${policy.type} attached, the most allowed; detach one first`;
      faultFor("ConstraintViolationException", "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message);
    }
    const attached = { type: "policy.attached", policyId: policy.id, targetId: target.id } as const;
    return { events: [{ ...attached, organizationId: organization.id }], output: () => ({}) };
  },
};
