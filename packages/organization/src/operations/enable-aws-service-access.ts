// EnableAWSServiceAccess: lets a service work with the organization, and be administered by a member account.

import type { Operation } from "../operation.js";
import { requireDelegationFeatures, requireServicePrincipal } from "../service-principals.js";

/** Nothing calls in from outside here: what is enabled is recorded, listed, and asked for when one registers. */
export const enableAWSServiceAccess: Operation<"EnableAWSServiceAccess"> = {
  kind: "write",
  callers: "management",
  decide({ ServicePrincipal: servicePrincipal }, { organization }) {
    requireServicePrincipal(servicePrincipal);
    requireDelegationFeatures(organization);
    const enabled = {
      type: "service-access.enabled",
      organizationId: organization.id,
      servicePrincipal,
    } as const;
    // A call that changes nothing leaves no record.
    return {
      events: organization.serviceAccess.has(servicePrincipal) ? [] : [enabled],
      output: () => ({}),
    };
  },
};
