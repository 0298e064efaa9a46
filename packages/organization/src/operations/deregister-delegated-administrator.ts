// DeregisterDelegatedAdministrator: an account administers a service no more. Takes effect at once.

import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import { notRegistered, requireDelegationFeatures, requireServicePrincipal } from "../service-principals.js";

export const deregisterDelegatedAdministrator: Operation<"DeregisterDelegatedAdministrator"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId, ServicePrincipal: servicePrincipal }, { organization }) {
    requireServicePrincipal(servicePrincipal);
    const { id: accountId } = findAccount(organization, AccountId);
    requireDelegationFeatures(organization);
    if (!organization.delegatedAdministrators.of(servicePrincipal).has(accountId))
      notRegistered(accountId, servicePrincipal);
    const ended = { type: "delegated-administrator.deregistered", accountId, servicePrincipal } as const;
    return { events: [{ ...ended, organizationId: organization.id }], output: () => ({}) };
  },
};
