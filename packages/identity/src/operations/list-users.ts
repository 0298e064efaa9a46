// ListUsers: those of the caller's account, in the order in which they were made.

import { asksNothingParticular } from "../asked-resource.js";
import { filteredPage, isUnder } from "../filtered-page.js";
import type { IdentityOperation } from "../operation.js";
import { userShape } from "../shapes.js";

export const listUsers: IdentityOperation<"ListUsers"> = {
  kind: "read",
  asks: asksNothingParticular,
  answer({ PathPrefix }, { identity, caller: { accountId }, partition, page }) {
    const { users } = identity.directory(accountId);
    const { items, more } = filteredPage(users, page, isUnder(PathPrefix));
    return { Users: items.map((user) => userShape(partition, user)), ...more };
  },
};
