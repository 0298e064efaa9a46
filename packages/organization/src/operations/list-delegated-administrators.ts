// ListDelegatedAdministrators: of a service, or of all, each account once, in the order of registering.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { requireServicePrincipal } from "../service-principals.js";
import { delegatedAdministratorShape } from "../shapes.js";

export const listDelegatedAdministrators: Operation<"ListDelegatedAdministrators"> = {
  kind: "read",
  callers: "delegable",
  answer({ ServicePrincipal: servicePrincipal }, { organization, page }) {
    if (servicePrincipal !== undefined) requireServicePrincipal(servicePrincipal);
    const { delegatedAdministrators } = organization;
    const asked =
      servicePrincipal === undefined
        ? delegatedAdministrators.all
        : delegatedAdministrators.of(servicePrincipal);
    const { items, more } = pageOf(asked, page, (one) => delegatedAdministratorShape(organization, one));
    return { DelegatedAdministrators: items, ...more };
  },
};
