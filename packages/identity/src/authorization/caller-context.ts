// The condition keys that every request has: what is known about its caller and about how it came.

import { requestContext } from "@withhold/iam";
import type { ContextValue, RequestContext } from "@withhold/iam";
import type { Cell, ConditionKey } from "@withhold/organization";
import type { Caller } from "../caller.js";

/** How a request came. */
export interface RequestFacts {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly region: string;
  /** Absent where no network brought the request. */
  readonly sourceIp: string | undefined;
}

/** Keys of the operation come first. Source of the names: "AWS global condition context keys". */
export function callerContext(
  caller: Caller,
  cell: Cell,
  facts: RequestFacts,
  keys: readonly ConditionKey[],
): RequestContext {
  const own = keys.length === 0 ? undefined : requestContext(keys);
  return { get: (key) => own?.get(key) ?? valueOf(key, caller, cell, facts) };
}

const principalTypes = { root: "Account", user: "User", "role-session": "AssumedRole" } as const;

function valueOf(key: string, caller: Caller, cell: Cell, facts: RequestFacts): ContextValue | undefined {
  const { principal, accountId, holder, session } = caller;
  switch (key) {
    case "aws:principalarn":
      return principal.roleArn ?? principal.arn;
    case "aws:principalaccount":
      return accountId;
    case "aws:principaltype":
      return principalTypes[principal.type];
    case "aws:principalorgid":
      return cell.accounts.get(accountId)?.organizationId;
    case "aws:principalisawsservice":
    case "aws:viaawsservice":
      return "false";
    case "aws:userid":
      return caller.userId;
    case "aws:username":
      return holder?.kind === "user" ? holder.name : undefined;
    case "aws:sourceip":
      return facts.sourceIp;
    case "aws:currenttime":
      return new Date(facts.now).toISOString();
    case "aws:epochtime":
      return String(Math.floor(facts.now / 1000));
    case "aws:requestedregion":
      return facts.region;
    case "aws:multifactorauthpresent":
      return session === undefined ? undefined : "false";
    case "aws:tokenissuetime":
      return session === undefined ? undefined : new Date(session.issuedAt).toISOString();
    default:
      return tagOf(key, caller);
  }
}

const tagKey = "aws:principaltag/";

/** Tag keys differ in more than case; condition keys do not. The first that fits counts. */
function tagOf(key: string, { holder }: Caller): string | undefined {
  if (holder === undefined || !key.startsWith(tagKey)) return undefined;
  const wanted = key.slice(tagKey.length);
  for (const tag of holder.tags.values()) if (tag.key.toLowerCase() === wanted) return tag.value;
  return undefined;
}
