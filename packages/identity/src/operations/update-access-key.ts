// UpdateAccessKey: an inactive key signs nothing, and the sessions that it asked for end.

import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { findAccessKey } from "../find-access-key.js";
import { userNameOrOwn } from "../find-holder.js";
import type { IdentityOperation } from "../operation.js";

export const updateAccessKey: IdentityOperation<"UpdateAccessKey"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", userNameOrOwn(context, UserName)),
  decide(input, context) {
    const { id: accessKeyId, status: before } = findAccessKey(context, input);
    const { Status: status } = input;
    if (status !== "Active" && status !== "Inactive")
      return identityFault("ValidationError", `\`Status\` is \`${status}\`, give \`Active\` or \`Inactive\``);
    const events = status === before ? [] : [{ type: "access-key.updated", accessKeyId, status } as const];
    return { events, output: () => ({}) };
  },
};
