// DescribeOrganization: the organization that the caller's account belongs to.

import type { Operation } from "../operation.js";
import { organizationShape } from "../shapes.js";

export const describeOrganization: Operation<"DescribeOrganization"> = {
  kind: "read",
  callers: "member",
  answer: (_, { organization }) => ({ Organization: organizationShape(organization) }),
};
