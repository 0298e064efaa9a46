// CreateRole: whom its trust policy lets in can act with its policies, for a while.

import { holderArn } from "../arn.js";
import { requestTagKeys } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { iamQuotas } from "../iam-quotas.js";
import { drawId } from "../ids.js";
import type { IdentityOperation } from "../operation.js";
import { checkPolicyDocument } from "../policy-document.js";
import { checkRequestTags, requestTags } from "../request-tags.js";
import { roleShape } from "../shapes.js";
import { foldedName } from "../state/account-directory.js";
import { refuseUnbuilt } from "../unbuilt.js";

/** Seconds. Source: the IAM API reference (`MaxSessionDuration`). */
const maxSessionSecondsDefault = 3600;

export const createRole: IdentityOperation<"CreateRole"> = {
  kind: "write",
  asks: ({ RoleName: name, Path: path = "/", Tags }, { caller: { accountId }, partition }) => ({
    resource: holderArn(partition, { kind: "role", accountId, path, name }),
    keys: requestTagKeys(requestTags(Tags)),
  }),
  decide(input, { identity, caller: { accountId }, partition, draw }) {
    const { RoleName: name, Path: path = "/", AssumeRolePolicyDocument: trustPolicy } = input;
    const { Description: description, MaxSessionDuration: maxSessionSeconds = maxSessionSecondsDefault } =
      input;
    refuseUnbuilt({ PermissionsBoundary: input.PermissionsBoundary });
    const tags = requestTags(input.Tags);
    checkRequestTags(tags);
    checkPolicyDocument("trust", name, trustPolicy);
    const { roles } = identity.directory(accountId);
    if (roles.has(foldedName(name))) {
      identityFault(
        "EntityAlreadyExists",
        `role \`${name}\` exists already; names do not differ by case alone`,
      );
    }
    if (roles.size >= iamQuotas.rolesMax) {
      identityFault("LimitExceeded", `the account has ${iamQuotas.rolesMax} roles, the most allowed`);
    }
    const roleId = drawId(draw, "role", (id) => identity.holder(id) !== undefined);
    const described = description === undefined ? {} : { description };
    const facts = { accountId, roleId, name, path, maxSessionSeconds, trustPolicy, tags, ...described };
    return {
      events: [{ type: "role.created", ...facts }],
      output() {
        const role = identity.directory(accountId).roles.get(foldedName(name));
        return { Role: role && roleShape(partition, role) };
      },
    };
  },
};
