// CreateAccessKey: the only time that the secret is told.

import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { findUser, userNameOrOwn } from "../find-holder.js";
import { iamQuotas } from "../iam-quotas.js";
import { drawId, drawSecretAccessKey } from "../ids.js";
import type { IdentityOperation } from "../operation.js";
import { accessKeySecretName } from "../secret-names.js";

export const createAccessKey: IdentityOperation<"CreateAccessKey"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", userNameOrOwn(context, UserName)),
  decide({ UserName }, context, now) {
    const { identity, draw } = context;
    const user = findUser(context, userNameOrOwn(context, UserName));
    if (user.accessKeys.size >= iamQuotas.accessKeysMax) {
      const message = `user \`${user.name}\` has ${iamQuotas.accessKeysMax} access keys, the most allowed; delete one first`;
      identityFault("LimitExceeded", message);
    }
    const accessKeyId = drawId(draw, "accessKey", (id) => identity.accessKeys.has(id));
    const secretAccessKey = drawSecretAccessKey(draw);
    const { accountId, id: holderId } = user;
    const AccessKey = {
      UserName: user.name,
      AccessKeyId: accessKeyId,
      Status: "Active",
      SecretAccessKey: secretAccessKey,
      CreateDate: new Date(now),
    } as const;
    return {
      events: [{ type: "user-access-key.created", accessKeyId, accountId, holderId }],
      secrets: new Map([[accessKeySecretName(accessKeyId), secretAccessKey]]),
      output: () => ({ AccessKey }),
    };
  },
};
