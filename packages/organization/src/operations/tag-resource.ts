// TagResource: tags on the root, an OU, an account, a policy or a transfer. A key that is there gets the new value.

import type { Operation } from "../operation.js";
import { checkTags, findTaggable, tagged } from "../tags.js";

export const tagResource: Operation<"TagResource"> = {
  kind: "write",
  callers: "delegable",
  decide({ ResourceId, Tags }, { cell, organization, quotas }) {
    const resourceId = findTaggable({ cell, organization }, ResourceId);
    checkTags(Tags, quotas, organization.tags.of(resourceId));
    return { events: tagged(organization.id, resourceId, Tags), output: () => ({}) };
  },
};
