// GetUser: a user, or the one who calls.

import { rootArn } from "../arn.js";
import { askedHolder } from "../asked-resource.js";
import { findUser, userNameOrOwn } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";
import { userShape } from "../shapes.js";

export const getUser: IdentityOperation<"GetUser"> = {
  kind: "read",
  asks: ({ UserName }, context) => {
    const { principal, accountId } = context.caller;
    if (UserName === undefined && principal.type === "root")
      return { resource: rootArn(context.partition, accountId) };
    return askedHolder(context, "user", userNameOrOwn(context, UserName));
  },
  answer({ UserName }, context) {
    const { caller, cell, partition } = context;
    if (UserName === undefined && caller.principal.type === "root") {
      const { accountId } = caller;
      const createdAt = cell.accounts.get(accountId)?.createdAt ?? 0;
      const names = { Path: undefined, UserName: undefined, UserId: accountId };
      return { User: { ...names, Arn: rootArn(partition, accountId), CreateDate: new Date(createdAt) } };
    }
    return { User: userShape(partition, findUser(context, userNameOrOwn(context, UserName))) };
  },
};
