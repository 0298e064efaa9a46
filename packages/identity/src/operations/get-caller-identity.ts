// GetCallerIdentity: who signed. Nobody needs permission for it.

import type { IdentityOperation } from "../operation.js";

export const getCallerIdentity: IdentityOperation<"GetCallerIdentity"> = {
  kind: "read",
  answer: (_, { caller: { principal, userId, accountId } }) => ({
    UserId: userId,
    Account: accountId,
    Arn: principal.arn,
  }),
};
