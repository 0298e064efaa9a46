// DeleteAccessKey: its secret is forgotten in the same transaction, and the sessions that it asked for end.

import { askedHolder } from "../asked-resource.js";
import { findAccessKey } from "../find-access-key.js";
import { userNameOrOwn } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";
import { accessKeySecretName } from "../secret-names.js";

export const deleteAccessKey: IdentityOperation<"DeleteAccessKey"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", userNameOrOwn(context, UserName)),
  decide(input, context) {
    const { id: accessKeyId } = findAccessKey(context, input);
    return {
      events: [{ type: "access-key.deleted", accessKeyId }],
      secrets: new Map([[accessKeySecretName(accessKeyId), undefined]]),
      output: () => ({}),
    };
  },
};
