// UpdatePolicy: a new name, description or content; what is not given stays. Takes effect at once.

import type { Operation } from "../operation.js";
import { checkContent, findPolicy, requireFreeName, requireOwn } from "../policy-rules.js";
import { policyShape } from "../shapes.js";

export const updatePolicy: Operation<"UpdatePolicy"> = {
  kind: "write",
  callers: "delegable",
  decide({ PolicyId, Name: name, Description: description, Content: content }, context) {
    const { organization } = context;
    const policy = findPolicy(organization, PolicyId);
    requireOwn(policy);
    if (content !== undefined) checkContent(policy.type, content, context);
    if (name !== undefined) requireFreeName(organization, policy.type, name, policy);
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(content === undefined ? {} : { content }),
    };
    const updated = { type: "policy.updated", organizationId: organization.id, policyId: policy.id } as const;
    return {
      // A call that gives nothing leaves no record.
      events: Object.keys(changes).length === 0 ? [] : [{ ...updated, ...changes }],
      output: () => ({ Policy: policyShape(organization, policy) }),
    };
  },
};
