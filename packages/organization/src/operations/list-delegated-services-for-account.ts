// ListDelegatedServicesForAccount: the services that an account administers, in the order of registering.

import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { notRegistered } from "../service-principals.js";
import { delegatedServiceShape } from "../shapes.js";

export const listDelegatedServicesForAccount: Operation<"ListDelegatedServicesForAccount"> = {
  kind: "read",
  callers: "delegable",
  answer({ AccountId }, { organization, page }) {
    const { id } = findAccount(organization, AccountId);
    const services = organization.delegatedAdministrators.servicesOf(id) ?? notRegistered(id);
    const { items, more } = pageOf(services, page, delegatedServiceShape);
    return { DelegatedServices: items, ...more };
  },
};
