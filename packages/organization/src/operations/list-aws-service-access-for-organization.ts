// ListAWSServiceAccessForOrganization: the services that work with the organization, in the order of enabling.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { requireDelegationFeatures } from "../service-principals.js";
import { serviceAccessShape } from "../shapes.js";

export const listAWSServiceAccessForOrganization: Operation<"ListAWSServiceAccessForOrganization"> = {
  kind: "read",
  callers: "delegable",
  answer(_, { organization, page }) {
    requireDelegationFeatures(organization);
    const { items, more } = pageOf(organization.serviceAccess, page, serviceAccessShape);
    return { EnabledServicePrincipals: items, ...more };
  },
};
