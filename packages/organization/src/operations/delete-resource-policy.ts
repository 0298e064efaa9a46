// DeleteResourcePolicy: nothing is delegated by policy any more. Its tags are gone; a later one has another id.

import type { Operation } from "../operation.js";
import { findResourcePolicy } from "../policy-rules.js";

export const deleteResourcePolicy: Operation<"DeleteResourcePolicy"> = {
  kind: "write",
  callers: "management",
  decide(_, { organization }) {
    findResourcePolicy(organization);
    return {
      events: [{ type: "resource-policy.deleted", organizationId: organization.id }],
      output: () => ({}),
    };
  },
};
