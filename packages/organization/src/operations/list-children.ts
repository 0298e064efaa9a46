// ListChildren: the ids of the OUs or of the accounts directly under the root or an OU.

import { findParent } from "../find-parent.js";
import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { childShape } from "../shapes.js";

export const listChildren: Operation<"ListChildren"> = {
  kind: "read",
  callers: "delegable",
  answer({ ParentId, ChildType }, { organization, page }) {
    const { accounts, units } = findParent(organization, ParentId);
    const { items, more } =
      ChildType === "ACCOUNT" ? pageOf(accounts, page, childShape) : pageOf(units, page, childShape);
    return { Children: items, ...more };
  },
};
