// DeleteUser: one without keys, password and policies. Its sessions end with it.

import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { findUser } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";

export const deleteUser: IdentityOperation<"DeleteUser"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  decide({ UserName }, context) {
    const user = findUser(context, UserName);
    const held = [
      [user.loginProfile === undefined ? 0 : 1, "a login profile", "DeleteLoginProfile"],
      [user.accessKeys.size, "access keys", "DeleteAccessKey"],
      [user.inline.size, "inline policies", "DeleteUserPolicy"],
      [user.attached.size, "attached policies", "DetachUserPolicy"],
    ] as const;
    for (const [count, what, remedy] of held) {
      if (count > 0)
        identityFault("DeleteConflict", `user \`${user.name}\` has ${what}; call ${remedy} first`);
    }
    const { accountId, id: holderId } = user;
    return { events: [{ type: "user.deleted", accountId, holderId }], output: () => ({}) };
  },
};
