// RemoveAccountFromOrganization: the account leaves, without its policies and tags, and may found an organization.

import { findAccount } from "../find-account.js";
import { requireMayLeave } from "../may-leave.js";
import type { Operation } from "../operation.js";

export const removeAccountFromOrganization: Operation<"RemoveAccountFromOrganization"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId }, { organization, quotas }, now) {
    const member = findAccount(organization, AccountId);
    requireMayLeave(organization, member, quotas, now);
    const departed = { type: "account.departed", accountId: member.id, method: "REMOVED" } as const;
    return { events: [{ ...departed, organizationId: organization.id }], output: () => ({}) };
  },
};
