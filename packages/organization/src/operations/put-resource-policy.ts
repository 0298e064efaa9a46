// PutResourcePolicy: the delegation policy of the organization, new or in place of the old one. Takes effect at once.

import { checkDelegationPolicy } from "../authorization/check-delegation-policy.js";
import type { DomainEvent } from "../events.js";
import { faultFor } from "../fault.js";
import { drawResourcePolicyId } from "../ids.js";
import type { Operation } from "../operation.js";
import { requireDelegationFeatures } from "../service-principals.js";
import { resourcePolicyShape } from "../shapes.js";
import { checkTags, tagged } from "../tags.js";

/** Tags come with the first policy only; later ones are set with TagResource. */
export const putResourcePolicy: Operation<"PutResourcePolicy"> = {
  kind: "write",
  callers: "management",
  decide({ Content: content, Tags }, { organization, quotas, draw }) {
    const { id: organizationId, resourcePolicy: current } = organization;
    checkTags(Tags, quotas);
    if (current !== undefined && Tags !== undefined && Tags.length > 0) {
      const message = `the organization has a resource policy already; tag \`${current.id}\` with TagResource`;
      faultFor("InvalidInputException", "TARGET_NOT_SUPPORTED", message);
    }
    requireDelegationFeatures(organization);
    checkDelegationPolicy(organization, content);
    const output = () => resourcePolicyShape(organization);
    if (current !== undefined) {
      const updated = { type: "resource-policy.updated", organizationId, content } as const;
      // A call that changes nothing leaves no record.
      return { events: current.content === content ? [] : [updated], output };
    }
    const resourcePolicyId = drawResourcePolicyId(draw);
    const events: DomainEvent[] = [
      { type: "resource-policy.created", organizationId, resourcePolicyId, content },
      ...tagged(organizationId, resourcePolicyId, Tags),
    ];
    return { events, output };
  },
};
