// What the operations of IAM ask of policies: the ARN of what they are about, and its condition keys.

import type { ConditionKey } from "@withhold/organization";
import { holderArn } from "./arn.js";
import type { TagPair } from "./events.js";
import type { Asked, IdentityContext } from "./operation.js";
import { foldedName } from "./state/account-directory.js";
import type { Holder } from "./state/policy-holder.js";

/** For operations without a resource. */
export const asksNothingParticular = (): Asked => ({ resource: "*" });

/** Of a user or role by its name; one that does not exist is asked for as if it had no path. */
export function askedHolder(
  { identity, caller, partition }: IdentityContext,
  kind: "user" | "role",
  name: string,
  keys: readonly ConditionKey[] = [],
): Asked {
  const { users, roles } = identity.directory(caller.accountId);
  const holder: Holder | undefined = (kind === "user" ? users : roles).get(foldedName(name));
  const { accountId } = caller;
  if (holder === undefined)
    return { resource: holderArn(partition, { kind, accountId, path: "/", name }), keys };
  return { resource: holderArn(partition, holder), keys: [...keys, ...resourceTagKeys(holder)] };
}

function resourceTagKeys({ tags }: Holder): readonly ConditionKey[] {
  return Array.from(tags.values(), ({ key, value }) => [
    [`aws:ResourceTag/${key}`, value] as const,
    [`iam:ResourceTag/${key}`, value] as const,
  ]).flat();
}

export function requestTagKeys(tags: readonly TagPair[]): readonly ConditionKey[] {
  if (tags.length === 0) return [];
  return [
    ...tags.map(({ key, value }): ConditionKey => [`aws:RequestTag/${key}`, value]),
    ["aws:TagKeys", tags.map(({ key }) => key)],
  ];
}
