// ARNs of users, roles, managed policies and sessions.

import type { ManagedPolicy } from "./state/managed-policy.js";
import type { Holder } from "./state/policy-holder.js";

export function rootArn(partition: string, accountId: string): string {
  return `arn:${partition}:iam::${accountId}:root`;
}

export function holderArn(
  partition: string,
  { kind, accountId, path, name }: Pick<Holder, "kind" | "accountId" | "path" | "name">,
): string {
  return `arn:${partition}:iam::${accountId}:${kind}${path}${name}`;
}

export function managedPolicyArn(
  partition: string,
  { accountId, path, name }: Pick<ManagedPolicy, "accountId" | "path" | "name">,
): string {
  return `arn:${partition}:iam::${accountId}:policy${path}${name}`;
}

/** Without the role's path. Source: "IAM identifiers". */
export function sessionArn(
  partition: string,
  role: Pick<Holder, "accountId" | "name">,
  sessionName: string,
): string {
  return `arn:${partition}:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`;
}

/** The account and the last part of an IAM ARN of one kind, of whatever path. */
export function readIdentityArn(
  arn: string,
  kind: "user" | "role" | "policy",
):
  | { readonly partition: string; readonly accountId: string; readonly path: string; readonly name: string }
  | undefined {
  const [, partition, accountId, found, path, name] =
    /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}|aws):(user|role|policy)(\/(?:[!-.0-~]+\/)*)([\w+=,.@-]+)$/.exec(
      arn,
    ) ?? [];
  if (partition === undefined || accountId === undefined || path === undefined || name === undefined)
    return undefined;
  return found === kind ? { partition, accountId, path, name } : undefined;
}
