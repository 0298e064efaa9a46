// ListAccountsForParent: the accounts directly under the root or an OU, in the order in which they came there.

import { findParent } from "../find-parent.js";
import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { accountShape } from "../shapes.js";

export const listAccountsForParent: Operation<"ListAccountsForParent"> = {
  kind: "read",
  callers: "delegable",
  answer({ ParentId }, { organization, page }) {
    const { accounts } = findParent(organization, ParentId);
    const { items, more } = pageOf(accounts, page, (member) => accountShape(organization, member));
    return { Accounts: items, ...more };
  },
};
