// DescribeAccount: a member account by its id.

import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import { accountShape } from "../shapes.js";

export const describeAccount: Operation<"DescribeAccount"> = {
  kind: "read",
  callers: "delegable",
  answer: ({ AccountId }, { organization }) => ({
    Account: accountShape(organization, findAccount(organization, AccountId)),
  }),
};
