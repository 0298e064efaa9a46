// GetAccessKeyLastUsed: as far as this server remembers; a restart forgets it.

import { askedHolder, asksNothingParticular } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import type { AccessKey } from "../state/identity.js";

export const getAccessKeyLastUsed: IdentityOperation<"GetAccessKeyLastUsed"> = {
  kind: "read",
  asks: ({ AccessKeyId }, context) => {
    const user = ownKey(context, AccessKeyId)?.user;
    return user === undefined ? asksNothingParticular() : askedHolder(context, "user", user.name);
  },
  answer({ AccessKeyId }, context) {
    const key = ownKey(context, AccessKeyId);
    if (key === undefined) {
      return identityFault(
        "NoSuchEntity",
        `no access key \`${AccessKeyId}\` in account ${context.caller.accountId}`,
      );
    }
    const used = context.lastUsed(key.id);
    return {
      ...(key.user === undefined ? {} : { UserName: key.user.name }),
      AccessKeyLastUsed: {
        ...(used === undefined ? {} : { LastUsedDate: new Date(used.at) }),
        ServiceName: used?.service ?? "N/A",
        Region: used?.region ?? "N/A",
      },
    };
  },
};

function ownKey({ identity, caller }: IdentityContext, id: string): AccessKey | undefined {
  const key = identity.accessKeys.get(id);
  return key?.accountId === caller.accountId ? key : undefined;
}
