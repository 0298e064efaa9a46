// DeletePolicy: one of the account's own that is attached to nothing.

import { attachmentCounts } from "../attachment-counts.js";
import { identityFault } from "../fault.js";
import { findManagedPolicy } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";

export const deletePolicy: IdentityOperation<"DeletePolicy"> = {
  kind: "write",
  asks: ({ PolicyArn }) => ({ resource: PolicyArn }),
  decide({ PolicyArn }, context) {
    const { identity, caller } = context;
    const policy = findManagedPolicy(context, PolicyArn);
    if (policy.isAwsManaged) {
      identityFault("AccessDenied", `policy \`${PolicyArn}\` is managed by AWS and cannot be deleted`);
    }
    const count = attachmentCounts(identity.directory(caller.accountId)).get(policy.id) ?? 0;
    if (count > 0) {
      identityFault(
        "DeleteConflict",
        `policy \`${PolicyArn}\` is attached to ${count} users or roles; detach it first`,
      );
    }
    const { accountId, id: policyId } = policy;
    return { events: [{ type: "managed-policy.deleted", accountId, policyId }], output: () => ({}) };
  },
};
