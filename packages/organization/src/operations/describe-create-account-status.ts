// DescribeCreateAccountStatus: what became of a request to create an account.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { accountCreationShape } from "../shapes.js";

export const describeCreateAccountStatus: Operation<"DescribeCreateAccountStatus"> = {
  kind: "read",
  callers: "delegable",
  answer({ CreateAccountRequestId: id }, { organization }) {
    const creation =
      organization.accountCreations.get(id) ??
      fault(
        "CreateAccountStatusNotFoundException",
        `no request \`${id}\` to create an account in this organization`,
      );
    return { CreateAccountStatus: accountCreationShape(creation) };
  },
};
