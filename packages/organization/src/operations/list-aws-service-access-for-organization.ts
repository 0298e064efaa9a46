// ListAWSServiceAccessForOrganization: the services that may act in the accounts of the organization.

import { faultFor } from "../fault.js";
import type { Operation } from "../operation.js";

/** None yet, since none can be enabled. Terraform asks whenever it reads an organization with all features. */
export const listAwsServiceAccessForOrganization: Operation<"ListAWSServiceAccessForOrganization"> = {
  kind: "read",
  callers: "management",
  answer(_, { organization }) {
    if (organization.featureSet !== "ALL") {
      const message =
        "this organization is for consolidated billing only; access of services needs all features";
      faultFor("ConstraintViolationException", "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", message);
    }
    return { EnabledServicePrincipals: [] };
  },
};
