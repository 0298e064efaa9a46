// Inline policies of users and of roles: Put, Get, List, Delete. One rule for both, which differ in names alone.

import { askedHolder } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { filteredPage } from "../filtered-page.js";
import { findHolder } from "../find-holder.js";
import { iamQuotas } from "../iam-quotas.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import { checkPolicyDocument, encodedPolicyDocument } from "../policy-document.js";
import type { Holder } from "../state/policy-holder.js";

export const putUserPolicy: IdentityOperation<"PutUserPolicy"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  decide: ({ UserName, PolicyName, PolicyDocument }, context) =>
    put(findHolder(context, "user", UserName), PolicyName, PolicyDocument),
};

export const putRolePolicy: IdentityOperation<"PutRolePolicy"> = {
  kind: "write",
  asks: ({ RoleName }, context) => askedHolder(context, "role", RoleName),
  decide: ({ RoleName, PolicyName, PolicyDocument }, context) =>
    put(findHolder(context, "role", RoleName), PolicyName, PolicyDocument),
};

export const getUserPolicy: IdentityOperation<"GetUserPolicy"> = {
  kind: "read",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  answer: ({ UserName, PolicyName }, context) => {
    const user = findHolder(context, "user", UserName);
    return { UserName: user.name, PolicyName, PolicyDocument: documentOf(user, PolicyName) };
  },
};

export const getRolePolicy: IdentityOperation<"GetRolePolicy"> = {
  kind: "read",
  asks: ({ RoleName }, context) => askedHolder(context, "role", RoleName),
  answer: ({ RoleName, PolicyName }, context) => {
    const role = findHolder(context, "role", RoleName);
    return { RoleName: role.name, PolicyName, PolicyDocument: documentOf(role, PolicyName) };
  },
};

export const listUserPolicies: IdentityOperation<"ListUserPolicies"> = {
  kind: "read",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  answer: ({ UserName }, context) => listed(findHolder(context, "user", UserName), context),
};

export const listRolePolicies: IdentityOperation<"ListRolePolicies"> = {
  kind: "read",
  asks: ({ RoleName }, context) => askedHolder(context, "role", RoleName),
  answer: ({ RoleName }, context) => listed(findHolder(context, "role", RoleName), context),
};

export const deleteUserPolicy: IdentityOperation<"DeleteUserPolicy"> = {
  kind: "write",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  decide: ({ UserName, PolicyName }, context) => remove(findHolder(context, "user", UserName), PolicyName),
};

export const deleteRolePolicy: IdentityOperation<"DeleteRolePolicy"> = {
  kind: "write",
  asks: ({ RoleName }, context) => askedHolder(context, "role", RoleName),
  decide: ({ RoleName, PolicyName }, context) => remove(findHolder(context, "role", RoleName), PolicyName),
};

function put(holder: Holder, policyName: string, document: string) {
  const { kind, name, accountId, id: holderId } = holder;
  requireRoom(holder, policyName, document);
  checkPolicyDocument(`${kind}-inline`, name, document);
  const event = { type: "inline-policy.put", accountId, holderId, policyName, document } as const;
  return { events: [event], output: () => ({}) };
}

/** All inline policies of one user or role share one limit. */
function requireRoom({ kind, name, inline }: Holder, policyName: string, document: string): void {
  let characters = characterCount(document);
  for (const other of inline.values())
    if (other.name !== policyName) characters += characterCount(other.text);
  const limit = iamQuotas.inlineCharactersMax[kind];
  if (characters <= limit) return;
  const message = `the inline policies of ${kind} \`${name}\` would have ${characters} characters, and ${limit} are allowed; white space does not count; use a managed policy`;
  identityFault("LimitExceeded", message);
}

function characterCount(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}

function documentOf(holder: Holder, policyName: string): string {
  return encodedPolicyDocument(found(holder, policyName).text);
}

function listed({ inline }: Holder, { page }: IdentityContext) {
  const { items, more } = filteredPage(inline, page);
  return { PolicyNames: items.map(({ name }) => name), ...more };
}

function remove(holder: Holder, policyName: string) {
  found(holder, policyName);
  const { accountId, id: holderId } = holder;
  const event = { type: "inline-policy.deleted", accountId, holderId, policyName } as const;
  return { events: [event], output: () => ({}) };
}

function found({ kind, name, inline }: Holder, policyName: string) {
  const message = `${kind} \`${name}\` has no inline policy \`${policyName}\``;
  return inline.get(policyName) ?? identityFault("NoSuchEntity", message);
}
