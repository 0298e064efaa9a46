// ListOrganizationalUnitsForParent: the OUs directly under the root or an OU.

import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { unitShape } from "../shapes.js";
import { findParent } from "../find-parent.js";

export const listOrganizationalUnitsForParent: Operation<"ListOrganizationalUnitsForParent"> = {
  kind: "read",
  callers: "delegable",
  answer({ ParentId }, { organization, page }) {
    const { units } = findParent(organization, ParentId);
    const { items, more } = pageOf(units, page, (unit) => unitShape(organization, unit));
    return { OrganizationalUnits: items, ...more };
  },
};
