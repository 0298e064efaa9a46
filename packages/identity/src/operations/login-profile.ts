// CreateLoginProfile, UpdateLoginProfile, GetLoginProfile, DeleteLoginProfile: the password of a user.

import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { findUser, userNameOrOwn } from "../find-holder.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import { passwordSecretName } from "../secret-names.js";
import type { LoginProfile, User } from "../state/policy-holder.js";

const asks = ({ UserName }: { readonly UserName?: string | undefined }, context: IdentityContext) =>
  askedHolder(context, "user", userNameOrOwn(context, UserName));

export const createLoginProfile: IdentityOperation<"CreateLoginProfile"> = {
  kind: "write",
  asks,
  decide({ UserName, PasswordResetRequired: passwordResetRequired = false }, context, now) {
    const user = findUser(context, userNameOrOwn(context, UserName));
    if (user.loginProfile !== undefined) {
      identityFault(
        "EntityAlreadyExists",
        `user \`${user.name}\` has a login profile; call UpdateLoginProfile`,
      );
    }
    if (context.passwordHash === undefined)
      identityFault("ValidationError", "`Password` is required, give it");
    return {
      events: [put(user, passwordResetRequired)],
      secrets: new Map([[passwordSecretName(user.id), context.passwordHash]]),
      output: () => ({ LoginProfile: shape(user, { createdAt: now, passwordResetRequired }) }),
    };
  },
};

export const updateLoginProfile: IdentityOperation<"UpdateLoginProfile"> = {
  kind: "write",
  asks,
  decide({ UserName, PasswordResetRequired }, context) {
    const user = findUser(context, UserName);
    const profile = profileOf(user);
    const { passwordHash } = context;
    return {
      events: [put(user, PasswordResetRequired ?? profile.passwordResetRequired)],
      secrets: new Map(passwordHash === undefined ? [] : [[passwordSecretName(user.id), passwordHash]]),
      output: () => ({}),
    };
  },
};

export const getLoginProfile: IdentityOperation<"GetLoginProfile"> = {
  kind: "read",
  asks,
  answer({ UserName }, context) {
    const user = findUser(context, userNameOrOwn(context, UserName));
    return { LoginProfile: shape(user, profileOf(user)) };
  },
};

export const deleteLoginProfile: IdentityOperation<"DeleteLoginProfile"> = {
  kind: "write",
  asks,
  decide({ UserName }, context) {
    const user = findUser(context, userNameOrOwn(context, UserName));
    profileOf(user);
    const { accountId, id: holderId } = user;
    return {
      events: [{ type: "login-profile.deleted", accountId, holderId }],
      secrets: new Map([[passwordSecretName(holderId), undefined]]),
      output: () => ({}),
    };
  },
};

function profileOf({ name, loginProfile }: User): LoginProfile {
  return loginProfile ?? identityFault("NoSuchEntity", `user \`${name}\` has no login profile`);
}

function put({ accountId, id: holderId }: User, passwordResetRequired: boolean) {
  return { type: "login-profile.put", accountId, holderId, passwordResetRequired } as const;
}

function shape({ name }: User, { createdAt, passwordResetRequired }: LoginProfile) {
  return { UserName: name, CreateDate: new Date(createdAt), PasswordResetRequired: passwordResetRequired };
}
