// DisableAWSServiceAccess: a service works with the organization no more.

import { faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import { requireServicePrincipal } from "../service-principals.js";

/** Refused while accounts administer the service: they would keep what nobody could see they have. */
export const disableAWSServiceAccess: Operation<"DisableAWSServiceAccess"> = {
  kind: "write",
  callers: "management",
  decide({ ServicePrincipal: servicePrincipal }, { organization }) {
    requireServicePrincipal(servicePrincipal);
    const administrators = organization.delegatedAdministrators.of(servicePrincipal).size;
    if (administrators > 0) {
      const who = administrators === 1 ? "an account administers" : `${administrators} accounts administer`;
      const message = `${who} \`${servicePrincipal}\`; deregister them first (ListDelegatedAdministrators, DeregisterDelegatedAdministrator)`;
      faultFor("ConstraintViolationException", "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE", message);
    }
    const disabled = {
      type: "service-access.disabled",
      organizationId: organization.id,
      servicePrincipal,
    } as const;
    // A call that changes nothing leaves no record.
    return {
      events: organization.serviceAccess.has(servicePrincipal) ? [disabled] : [],
      output: () => ({}),
    };
  },
};
