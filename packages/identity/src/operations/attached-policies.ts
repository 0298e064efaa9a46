// Managed policies attached to users and to roles: Attach, Detach, ListAttached. One rule for both.

import { askedHolder } from "../asked-resource.js";
import { managedPolicyArn } from "../arn.js";
import { identityFault } from "../fault.js";
import { filteredPage, isUnder } from "../filtered-page.js";
import { findHolder, findManagedPolicy } from "../find-holder.js";
import { iamQuotas } from "../iam-quotas.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import type { Holder } from "../state/policy-holder.js";

type Kind = "user" | "role";

/** The condition key by which a policy limits what may be attached. */
const asked = (context: IdentityContext, kind: Kind, name: string, arn: string) =>
  askedHolder(context, kind, name, [["iam:PolicyARN", arn]]);

export const attachUserPolicy: IdentityOperation<"AttachUserPolicy"> = {
  kind: "write",
  asks: ({ UserName, PolicyArn }, context) => asked(context, "user", UserName, PolicyArn),
  decide: ({ UserName, PolicyArn }, context) => attach(context, "user", UserName, PolicyArn),
};

export const attachRolePolicy: IdentityOperation<"AttachRolePolicy"> = {
  kind: "write",
  asks: ({ RoleName, PolicyArn }, context) => asked(context, "role", RoleName, PolicyArn),
  decide: ({ RoleName, PolicyArn }, context) => attach(context, "role", RoleName, PolicyArn),
};

export const detachUserPolicy: IdentityOperation<"DetachUserPolicy"> = {
  kind: "write",
  asks: ({ UserName, PolicyArn }, context) => asked(context, "user", UserName, PolicyArn),
  decide: ({ UserName, PolicyArn }, context) => detach(context, "user", UserName, PolicyArn),
};

export const detachRolePolicy: IdentityOperation<"DetachRolePolicy"> = {
  kind: "write",
  asks: ({ RoleName, PolicyArn }, context) => asked(context, "role", RoleName, PolicyArn),
  decide: ({ RoleName, PolicyArn }, context) => detach(context, "role", RoleName, PolicyArn),
};

export const listAttachedUserPolicies: IdentityOperation<"ListAttachedUserPolicies"> = {
  kind: "read",
  asks: ({ UserName }, context) => askedHolder(context, "user", UserName),
  answer: ({ UserName, PathPrefix }, context) =>
    listed(findHolder(context, "user", UserName), PathPrefix, context),
};

export const listAttachedRolePolicies: IdentityOperation<"ListAttachedRolePolicies"> = {
  kind: "read",
  asks: ({ RoleName }, context) => askedHolder(context, "role", RoleName),
  answer: ({ RoleName, PathPrefix }, context) =>
    listed(findHolder(context, "role", RoleName), PathPrefix, context),
};

/** What is attached already stays so; on AWS too, as far as we know: the API reference does not say. */
function attach(context: IdentityContext, kind: Kind, name: string, arn: string) {
  const holder = findHolder(context, kind, name);
  const { id: policyId } = findManagedPolicy(context, arn);
  const { accountId, id: holderId, attached } = holder;
  if (attached.has(policyId)) return { events: [], output: () => ({}) };
  if (attached.size >= iamQuotas.attachedPoliciesMax) {
    const message = `${kind} \`${holder.name}\` has ${iamQuotas.attachedPoliciesMax} policies attached, the most allowed; detach one first`;
    identityFault("LimitExceeded", message);
  }
  const event = { type: "managed-policy.attached", accountId, holderId, policyId } as const;
  return { events: [event], output: () => ({}) };
}

function detach(context: IdentityContext, kind: Kind, name: string, arn: string) {
  const holder = findHolder(context, kind, name);
  const { id: policyId } = findManagedPolicy(context, arn);
  const { accountId, id: holderId, attached } = holder;
  if (!attached.has(policyId)) {
    identityFault("NoSuchEntity", `policy \`${arn}\` is not attached to ${kind} \`${holder.name}\``);
  }
  const event = { type: "managed-policy.detached", accountId, holderId, policyId } as const;
  return { events: [event], output: () => ({}) };
}

function listed({ attached }: Holder, prefix: string | undefined, { page, partition }: IdentityContext) {
  const { items, more } = filteredPage(attached, page, isUnder(prefix));
  const AttachedPolicies = items.map((policy) => ({
    PolicyName: policy.name,
    PolicyArn: managedPolicyArn(partition, policy),
  }));
  return { AttachedPolicies, ...more };
}
