// LeaveOrganization: the calling account leaves, without its policies and tags, and may found an organization.

import { requireMayLeave } from "../may-leave.js";
import type { Operation } from "../operation.js";

export const leaveOrganization: Operation<"LeaveOrganization"> = {
  kind: "write",
  callers: "member",
  decide(_, { organization, member, quotas }, now) {
    requireMayLeave(organization, member, quotas, now);
    const departed = { type: "account.departed", accountId: member.id, method: "LEFT" } as const;
    return { events: [{ ...departed, organizationId: organization.id }], output: () => ({}) };
  },
};
