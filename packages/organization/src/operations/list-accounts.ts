// ListAccounts: every account of the organization, in the order of joining.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { accountShape } from "../shapes.js";

export const listAccounts: Operation<"ListAccounts"> = {
  kind: "read",
  callers: "delegable",
  answer(_, { organization, page }) {
    const { items, more } = pageOf(organization.accounts, page, (member) =>
      accountShape(organization, member),
    );
    return { Accounts: items, ...more };
  },
};
