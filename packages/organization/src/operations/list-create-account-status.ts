// ListCreateAccountStatus: the requests to create accounts, in the order in which they were made.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { accountCreationShape } from "../shapes.js";

export const listCreateAccountStatus: Operation<"ListCreateAccountStatus"> = {
  kind: "read",
  callers: "delegable",
  answer({ States = [] }, { organization, page }) {
    const { items, more } = pageOf(organization.accountCreations.in(States), page, accountCreationShape);
    return { CreateAccountStatuses: items, ...more };
  },
};
