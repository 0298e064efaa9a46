// ChangePassword: the user who calls gives the old password and a new one.

import { rootArn } from "../arn.js";
import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import { passwordSecretName } from "../secret-names.js";
import type { User } from "../state/policy-holder.js";

export const changePassword: IdentityOperation<"ChangePassword"> = {
  kind: "write",
  asks: (_, context) => {
    const { caller, partition } = context;
    if (caller.holder?.kind !== "user") return { resource: rootArn(partition, caller.accountId) };
    return askedHolder(context, "user", caller.holder.name);
  },
  decide(_, context) {
    const { accountId, id: holderId, loginProfile, name } = userWhoCalls(context);
    if (loginProfile === undefined)
      identityFault("NoSuchEntity", `user \`${name}\` has no login profile; call CreateLoginProfile`);
    if (!context.oldPasswordFits || context.passwordHash === undefined)
      identityFault("AccessDenied", "the old password was incorrect; give the one that you sign in with");
    return {
      events: [{ type: "login-profile.put", accountId, holderId, passwordResetRequired: false }],
      secrets: new Map([[passwordSecretName(holderId), context.passwordHash]]),
      output: () => ({}),
    };
  },
};

function userWhoCalls({ caller: { holder } }: IdentityContext): User {
  if (holder?.kind === "user") return holder;
  return identityFault("InvalidUserType", "only an IAM user has a password that it can change; call as one");
}
