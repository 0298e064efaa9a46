// ListAccessKeys: of one user, without their secrets.

import { askedHolder } from "../asked-resource.js";
import { filteredPage } from "../filtered-page.js";
import { findUser, userNameOrOwn } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";

export const listAccessKeys: IdentityOperation<"ListAccessKeys"> = {
  kind: "read",
  asks: ({ UserName }, context) => askedHolder(context, "user", userNameOrOwn(context, UserName)),
  answer({ UserName }, context) {
    const user = findUser(context, userNameOrOwn(context, UserName));
    const { items, more } = filteredPage(user.accessKeys, context.page);
    const keys = items.flatMap((id) => context.identity.accessKeys.get(id) ?? []);
    return {
      AccessKeyMetadata: keys.map(({ id, status, createdAt }) => ({
        UserName: user.name,
        AccessKeyId: id,
        Status: status,
        CreateDate: new Date(createdAt),
      })),
      ...more,
    };
  },
};
