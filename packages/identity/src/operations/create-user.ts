// CreateUser: a user who can sign in once it has an access key, and may do nothing until it has policies.

import { holderArn } from "../arn.js";
import { requestTagKeys } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { iamQuotas } from "../iam-quotas.js";
import { drawId } from "../ids.js";
import type { IdentityOperation } from "../operation.js";
import { checkRequestTags, requestTags } from "../request-tags.js";
import { userShape } from "../shapes.js";
import { foldedName } from "../state/account-directory.js";
import { refuseUnbuilt } from "../unbuilt.js";

export const createUser: IdentityOperation<"CreateUser"> = {
  kind: "write",
  asks: ({ UserName: name, Path: path = "/", Tags }, { caller: { accountId }, partition }) => ({
    resource: holderArn(partition, { kind: "user", accountId, path, name }),
    keys: requestTagKeys(requestTags(Tags)),
  }),
  decide(input, { identity, caller: { accountId }, partition, draw }) {
    const { UserName: name, Path: path = "/", PermissionsBoundary } = input;
    refuseUnbuilt({ PermissionsBoundary });
    const tags = requestTags(input.Tags);
    checkRequestTags(tags);
    const { users } = identity.directory(accountId);
    if (users.has(foldedName(name))) {
      identityFault(
        "EntityAlreadyExists",
        `user \`${name}\` exists already; names do not differ by case alone`,
      );
    }
    if (users.size >= iamQuotas.usersMax) {
      identityFault("LimitExceeded", `the account has ${iamQuotas.usersMax} users, the most allowed`);
    }
    const userId = drawId(draw, "user", (id) => identity.holder(id) !== undefined);
    return {
      events: [{ type: "user.created", accountId, userId, name, path, tags }],
      output() {
        const user = identity.directory(accountId).users.get(foldedName(name));
        return user === undefined ? {} : { User: userShape(partition, user) };
      },
    };
  },
};
