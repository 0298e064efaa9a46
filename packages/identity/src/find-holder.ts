// Finds what an operation names: users, roles and managed policies of the caller's account.

import { readIdentityArn } from "./arn.js";
import { awsManagedPolicies } from "./aws-managed-policies.js";
import { identityFault } from "./fault.js";
import type { IdentityContext } from "./operation.js";
import { foldedName } from "./state/account-directory.js";
import type { ManagedPolicy } from "./state/managed-policy.js";
import type { Holder, Role, User } from "./state/policy-holder.js";

export function findUser({ identity, caller }: IdentityContext, name: string): User {
  const user = identity.directory(caller.accountId).users.get(foldedName(name));
  return user ?? identityFault("NoSuchEntity", `no user \`${name}\` in account ${caller.accountId}`);
}

export function findRole({ identity, caller }: IdentityContext, name: string): Role {
  const role = identity.directory(caller.accountId).roles.get(foldedName(name));
  return role ?? identityFault("NoSuchEntity", `no role \`${name}\` in account ${caller.accountId}`);
}

export function findHolder(context: IdentityContext, kind: "user" | "role", name: string): Holder {
  return kind === "user" ? findUser(context, name) : findRole(context, name);
}

/** The name that is given, else that of the user who calls. */
export function userNameOrOwn({ caller }: IdentityContext, name: string | undefined): string {
  if (name !== undefined) return name;
  if (caller.holder?.kind === "user") return caller.holder.name;
  return identityFault("ValidationError", "`UserName` is required, because the caller is no user; give it");
}

/** AWS's own, or the account's. */
export function findManagedPolicy(context: IdentityContext, arn: string): ManagedPolicy {
  const policy = managedPolicyAt(context, arn, context.caller.accountId);
  return (
    policy ??
    identityFault("NoSuchEntity", `no policy \`${arn}\` that account ${context.caller.accountId} can use`)
  );
}

/** Undefined where `accountId` can use no such policy. */
export function managedPolicyAt(
  { identity, partition }: Pick<IdentityContext, "identity" | "partition">,
  arn: string,
  accountId: string,
): ManagedPolicy | undefined {
  const read = readIdentityArn(arn, "policy");
  if (read === undefined || read.partition !== partition) return undefined;
  if (read.accountId === "aws")
    return read.path === "/" ? awsManagedPolicies.get(`aws/${read.name}`) : undefined;
  if (read.accountId !== accountId) return undefined;
  const policy = identity.directory(accountId).policies.get(foldedName(read.name));
  return policy?.path === read.path ? policy : undefined;
}
