// UntagResource: takes tags off the root, an OU, an account, a policy or a transfer. Keys not there are none to take off.

import type { Operation } from "../operation.js";
import { findTaggable, refuseReserved } from "../tags.js";

export const untagResource: Operation<"UntagResource"> = {
  kind: "write",
  callers: "delegable",
  decide({ ResourceId, TagKeys }, { cell, organization }) {
    const resourceId = findTaggable({ cell, organization }, ResourceId);
    for (const key of TagKeys) refuseReserved(key);
    const tags = organization.tags.of(resourceId);
    const keys = [...new Set(TagKeys)].filter((key) => tags.has(key));
    const untagged = {
      type: "resource.untagged",
      organizationId: organization.id,
      resourceId,
      keys,
    } as const;
    // A call that changes nothing leaves no record.
    return { events: keys.length === 0 ? [] : [untagged], output: () => ({}) };
  },
};
