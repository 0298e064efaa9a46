// What a request asks of policies: the actions, the ARNs, and the condition keys that are its own.

import type { ContextValue } from "@withhold/iam";
import type { Tag } from "@aws-sdk/client-organizations";
import { newResourceArn, resourceArn } from "../arn.js";
import type { OperationName } from "../operation-types.js";
import type { Context } from "../operation.js";
import type { Cell } from "../state/cell.js";
import type { Organization } from "../state/organization.js";
import type { Direction } from "../transfer-rules.js";
import { subjects } from "./subjects.js";
import type { PartialInput, Subject } from "./subjects.js";

export type ConditionKey = readonly [key: string, value: ContextValue];

const none: readonly ConditionKey[] = [];

/** One question to the policies: may the caller do this to that? */
export interface AuthorizationRequest {
  /** Such as `organizations:AttachPolicy`. */
  readonly action: string;
  /** An ARN; `*` where the action has no resource, or names one that does not exist for the caller. */
  readonly resource: string;
  /** What the request and its resource fill: `organizations:…`, `aws:RequestTag/…`, `aws:TagKeys`, `aws:ResourceTag/…`. */
  readonly keys: readonly ConditionKey[];
}

/** The questions that a call comes to, one for each resource: it may happen when all are answered with yes. */
export function authorizationRequests<Name extends OperationName>(
  name: Name,
  input: PartialInput<Name>,
  { cell, account }: Pick<Context, "cell" | "account">,
): readonly AuthorizationRequest[] {
  const organization = cell.organizationOf(account);
  const subject = subjects[name](input, { cell, account, organization });
  const requestKeys = keysOf(subject);
  const asked = resourcesOf(cell, organization, subject).map(({ resource, keys }) => ({
    action: actionOf(name),
    resource,
    keys: keys.length === 0 ? requestKeys : [...requestKeys, ...keys],
  }));
  return [...asked, ...taggingRequests(organization, subject), ...leavingRequests(subject)];
}

function actionOf(name: string): string {
  return `organizations:${name}`;
}

function resourcesOf(
  cell: Cell,
  organization: Organization | undefined,
  { ids = [], arn }: Subject,
): readonly Pick<AuthorizationRequest, "resource" | "keys">[] {
  if (organization !== undefined && ids.length > 0) {
    return ids.map((id) =>
      id === undefined
        ? { resource: "*", keys: [] }
        : { resource: resourceArn(cell, organization, id) ?? "*", keys: tagKeys(organization, id) },
    );
  }
  return [{ resource: arn ?? "*", keys: [] }];
}

/** Whoever creates something with tags, or lets it in, must be allowed to tag it, too. */
function taggingRequests(
  organization: Organization | undefined,
  { creates, tags = [] }: Subject,
): readonly AuthorizationRequest[] {
  if (organization === undefined || creates === undefined || tags.length === 0) return [];
  const resource = newResourceArn(organization, creates);
  return [{ action: actionOf("TagResource"), resource, keys: requestTagKeys(tags) }];
}

/** Whoever may not leave its organization may not do it by way of another's invitation. */
function leavingRequests({ leaves = false }: Subject): readonly AuthorizationRequest[] {
  return leaves ? [{ action: actionOf("LeaveOrganization"), resource: "*", keys: [] }] : [];
}

function keysOf(subject: Subject): readonly ConditionKey[] {
  const { policyType, servicePrincipal, transferDirection: direction, tags, tagKeys: untagged } = subject;
  return [
    ...(policyType === undefined ? [] : [["organizations:PolicyType", policyType] as const]),
    ...(servicePrincipal === undefined
      ? []
      : [["organizations:ServicePrincipal", servicePrincipal] as const]),
    ...(direction === undefined ? [] : transferKeys(direction)),
    ...requestTagKeys(tags ?? []),
    ...(untagged === undefined ? [] : [["aws:TagKeys", untagged] as const]),
  ];
}

/** Billing is the one responsibility there is. */
function transferKeys(direction: Direction): readonly ConditionKey[] {
  return [
    ["organizations:TransferType", "BILLING"],
    ["organizations:TransferDirection", direction.toUpperCase()],
  ];
}

function requestTagKeys(tags: readonly Tag[]): readonly ConditionKey[] {
  if (tags.length === 0) return none;
  return [
    ...tags.map(({ Key = "", Value = "" }): ConditionKey => [`aws:RequestTag/${Key}`, Value]),
    ["aws:TagKeys", tags.map(({ Key = "" }) => Key)],
  ];
}

function tagKeys(organization: Organization, id: string): readonly ConditionKey[] {
  const tags = organization.tags.of(id);
  if (tags.size === 0) return none;
  return Array.from(tags.values(), ({ key, value }): ConditionKey => [`aws:ResourceTag/${key}`, value]);
}
