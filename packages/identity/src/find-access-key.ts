// Finds an access key of a user.

import { identityFault } from "./fault.js";
import { findUser, userNameOrOwn } from "./find-holder.js";
import type { IdentityContext } from "./operation.js";
import type { AccessKey } from "./state/identity.js";

export function findAccessKey(
  context: IdentityContext,
  { UserName, AccessKeyId }: { readonly UserName?: string | undefined; readonly AccessKeyId: string },
): AccessKey {
  const user = findUser(context, userNameOrOwn(context, UserName));
  const key = context.identity.accessKeys.get(AccessKeyId);
  if (key !== undefined && key.user === user) return key;
  return identityFault("NoSuchEntity", `user \`${user.name}\` has no access key \`${AccessKeyId}\``);
}
