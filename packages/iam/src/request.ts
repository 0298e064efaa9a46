// A request as policies see it: who wants to do what with which resource, and what else is known about it.

/** One value, or the values of a key that holds many (`aws:TagKeys`). No values is the same as no key. */
export type ContextValue = string | readonly string[];

/**
 * What is known about a request by condition key, asked for in lower case. Numbers, booleans (`true`), times
 * (ISO 8601 or seconds since 1970) and addresses are texts.
 */
export interface RequestContext {
  get(lowerCaseKey: string): ContextValue | undefined;
}

/** A context from keys in any case. */
export function requestContext(entries: Iterable<readonly [string, ContextValue]>): RequestContext {
  const values = new Map<string, ContextValue>();
  for (const [key, value] of entries) values.set(key.toLowerCase(), value);
  return values;
}

/** Who asks. */
export type Principal = AccountPrincipal | RoleSession;

interface AccountPrincipal {
  readonly type: "root" | "user";
  /** `arn:aws:iam::123456789012:root` or `…:user/path/name`. */
  readonly arn: string;
  readonly accountId: string;
  readonly roleArn?: undefined;
}

interface RoleSession {
  readonly type: "role-session";
  /** `arn:aws:sts::123456789012:assumed-role/name/session`. */
  readonly arn: string;
  readonly accountId: string;
  /** `arn:aws:iam::123456789012:role/path/name`. */
  readonly roleArn: string;
}

export interface RequestParts {
  readonly principal: Principal;
  /** Such as `organizations:AttachPolicy`. */
  readonly action: string;
  /** An ARN, or `*` where the action has no resource. An action on two resources is two requests. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** What is asked of the policies, with what every statement needs worked out once. */
export interface AccessRequest extends RequestParts {
  readonly foldedAction: string;
}

export function accessRequest({ principal, action, resource, context }: RequestParts): AccessRequest {
  return { principal, action, resource, context, foldedAction: action.toLowerCase() };
}
