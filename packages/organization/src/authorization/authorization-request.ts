// What a request asks of policies: the actions, the ARNs, and the condition keys that are its own.

import type { ContextValue } from "@withhold/iam";
import type { Tag } from "@aws-sdk/client-organizations";
import { newResourceArn, resourceArn } from "../arn.js";
import type { Input, OperationName } from "../operation-types.js";
import type { Organization } from "../state/organization.js";
import { subjects } from "./subjects.js";
import type { Subject } from "./subjects.js";

export type ConditionKey = readonly [key: string, value: ContextValue];

/** One question to the policies: may the caller do this to that? */
export interface AuthorizationRequest {
  /** Such as `organizations:AttachPolicy`. */
  readonly action: string;
  /** An ARN; `*` where the action has no resource, or names one that does not exist. */
  readonly resource: string;
  /** What the request and its resource fill: `organizations:…`, `aws:RequestTag/…`, `aws:TagKeys`, `aws:ResourceTag/…`. */
  readonly keys: readonly ConditionKey[];
}

/**
 * The questions that a call comes to, one for each resource: it may happen when all are answered with yes.
 * `organization` is the caller's, undefined where it has none; `accountId` is the caller's account.
 */
export function authorizationRequests<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  {
    organization,
    accountId,
  }: { readonly organization: Organization | undefined; readonly accountId: string },
): readonly AuthorizationRequest[] {
  if (organization === undefined) return [{ action: actionOf(name), resource: "*", keys: [] }];
  const subject = subjects[name](input, { organization, accountId });
  const requestKeys = keysOf(subject);
  const asked = resourcesOf(organization, subject).map(({ resource, keys }) => ({
    action: actionOf(name),
    resource,
    keys: [...requestKeys, ...keys],
  }));
  return [...asked, ...taggingRequests(organization, subject)];
}

function actionOf(name: string): string {
  return `organizations:${name}`;
}

function resourcesOf(
  organization: Organization,
  { ids = [], creates }: Subject,
): readonly Pick<AuthorizationRequest, "resource" | "keys">[] {
  if (ids.length > 0) {
    return ids.map((id) => ({
      resource: resourceArn(organization, id) ?? "*",
      keys: tagKeys(organization, id),
    }));
  }
  // AWS's own examples let a delegated administrator create policies by the ARNs that these will have.
  if (creates?.kind === "policy") return [{ resource: newResourceArn(organization, creates), keys: [] }];
  return [{ resource: "*", keys: [] }];
}

/** Whoever creates something with tags must be allowed to tag it, too. Its id is not known yet. */
function taggingRequests(organization: Organization, subject: Subject): readonly AuthorizationRequest[] {
  const { creates, tags = [] } = subject;
  if (creates === undefined || tags.length === 0) return [];
  const resource = newResourceArn(organization, creates);
  return [{ action: actionOf("TagResource"), resource, keys: requestTagKeys(tags) }];
}

function keysOf({ policyType, servicePrincipal, tags, tagKeys: untagged }: Subject): readonly ConditionKey[] {
  return [
    ...(policyType === undefined ? [] : [["organizations:PolicyType", policyType] as const]),
    ...(servicePrincipal === undefined
      ? []
      : [["organizations:ServicePrincipal", servicePrincipal] as const]),
    ...requestTagKeys(tags ?? []),
    ...(untagged === undefined ? [] : [["aws:TagKeys", untagged] as const]),
  ];
}

function requestTagKeys(tags: readonly Tag[]): readonly ConditionKey[] {
  if (tags.length === 0) return [];
  return [
    ...tags.map(({ Key = "", Value = "" }): ConditionKey => [`aws:RequestTag/${Key}`, Value]),
    ["aws:TagKeys", tags.map(({ Key = "" }) => Key)],
  ];
}

function tagKeys(organization: Organization, id: string): readonly ConditionKey[] {
  return Array.from(organization.tags.of(id).values(), ({ key, value }): ConditionKey => [
    `aws:ResourceTag/${key}`,
    value,
  ]);
}
