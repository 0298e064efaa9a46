// DescribeOrganizationalUnit: an OU by its id.

import { findUnit } from "../find-parent.js";
import type { Operation } from "../operation.js";
import { unitShape } from "../shapes.js";

export const describeOrganizationalUnit: Operation<"DescribeOrganizationalUnit"> = {
  kind: "read",
  callers: "delegable",
  answer: ({ OrganizationalUnitId }, { organization }) => ({
    OrganizationalUnit: unitShape(organization, findUnit(organization, OrganizationalUnitId)),
  }),
};
