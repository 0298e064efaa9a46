// GetRole, ListRoles, UpdateAssumeRolePolicy, DeleteRole, and the tags of roles.

import { askedHolder, asksNothingParticular, requestTagKeys } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { filteredPage, isUnder } from "../filtered-page.js";
import { findRole } from "../find-holder.js";
import type { Asked, IdentityContext, IdentityOperation } from "../operation.js";
import { checkPolicyDocument } from "../policy-document.js";
import { checkRequestTags, requestTags } from "../request-tags.js";
import { roleShape, tagShapes } from "../shapes.js";

const asks = ({ RoleName }: { readonly RoleName: string }, context: IdentityContext): Asked =>
  askedHolder(context, "role", RoleName);

export const getRole: IdentityOperation<"GetRole"> = {
  kind: "read",
  asks,
  answer: ({ RoleName }, context) => ({ Role: roleShape(context.partition, findRole(context, RoleName)) }),
};

export const listRoles: IdentityOperation<"ListRoles"> = {
  kind: "read",
  asks: asksNothingParticular,
  answer({ PathPrefix }, { identity, caller: { accountId }, partition, page }) {
    const { roles } = identity.directory(accountId);
    const { items, more } = filteredPage(roles, page, isUnder(PathPrefix));
    return { Roles: items.map((role) => roleShape(partition, role)), ...more };
  },
};

export const updateAssumeRolePolicy: IdentityOperation<"UpdateAssumeRolePolicy"> = {
  kind: "write",
  asks,
  decide({ RoleName, PolicyDocument: trustPolicy }, context) {
    const { accountId, id: holderId, name } = findRole(context, RoleName);
    checkPolicyDocument("trust", name, trustPolicy);
    const event = { type: "trust-policy.updated", accountId, holderId, trustPolicy } as const;
    return { events: [event], output: () => ({}) };
  },
};

/** Its sessions end with it. */
export const deleteRole: IdentityOperation<"DeleteRole"> = {
  kind: "write",
  asks,
  decide({ RoleName }, context) {
    const { accountId, id: holderId, name, inline, attached } = findRole(context, RoleName);
    const held = [
      [inline.size, "inline", "DeleteRolePolicy"],
      [attached.size, "attached", "DetachRolePolicy"],
    ] as const;
    for (const [count, what, remedy] of held) {
      if (count > 0)
        identityFault("DeleteConflict", `role \`${name}\` has ${what} policies; call ${remedy} first`);
    }
    return { events: [{ type: "role.deleted", accountId, holderId }], output: () => ({}) };
  },
};

export const tagRole: IdentityOperation<"TagRole"> = {
  kind: "write",
  asks: ({ RoleName, Tags }, context) =>
    askedHolder(context, "role", RoleName, requestTagKeys(requestTags(Tags))),
  decide({ RoleName, Tags }, context) {
    const { accountId, id: holderId, tags: held } = findRole(context, RoleName);
    const tags = requestTags(Tags);
    checkRequestTags(tags, held.values());
    return { events: [{ type: "role.tagged", accountId, holderId, tags }], output: () => ({}) };
  },
};

export const untagRole: IdentityOperation<"UntagRole"> = {
  kind: "write",
  asks: ({ RoleName, TagKeys }, context) =>
    askedHolder(context, "role", RoleName, [["aws:TagKeys", TagKeys]]),
  decide({ RoleName, TagKeys }, context) {
    const { accountId, id: holderId, tags } = findRole(context, RoleName);
    const keys = TagKeys.filter((key) => tags.has(key));
    const event = { type: "role.untagged", accountId, holderId, keys } as const;
    return { events: keys.length === 0 ? [] : [event], output: () => ({}) };
  },
};

export const listRoleTags: IdentityOperation<"ListRoleTags"> = {
  kind: "read",
  asks,
  answer({ RoleName }, context) {
    const { items, more } = filteredPage(findRole(context, RoleName).tags, context.page);
    return { Tags: tagShapes(items), ...more };
  },
};
