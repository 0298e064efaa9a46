// `Principal` and `NotPrincipal`: for whom a statement of a trust or resource policy is.

import type { Principal } from "../request.js";

/**
 * By what a statement is for the caller, strongest first. It matters inside one account: named itself, or with
 * everyone, the caller needs no other policy; by its role, it is still held by its session policies; by its account,
 * the account's own policies must allow it too.
 */
export const standings = ["itself", "everyone", "role", "account"] as const;
export type Standing = (typeof standings)[number];

export interface PrincipalList {
  readonly negated: boolean;
  readonly everyone: boolean;
  /** By account id how the ARNs of its principals begin: `arn:aws:`, or nothing where it is named by its id alone. */
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  /** ARNs of users, roles and sessions. Nobody who calls here is a service. */
  readonly names: ReadonlySet<string>;
}

/** `named`: names that were checked, without `*`. */
export function compilePrincipals(
  named: readonly string[],
  { negated, everyone }: Pick<PrincipalList, "negated" | "everyone">,
): PrincipalList {
  const accounts = new Map<string, string[]>();
  const names = new Set<string>();
  for (const name of named) {
    const [, start = "", id] = /^(?:(arn:[^:]+:)iam::)?(\d{12})(?::root)?$/.exec(name) ?? [];
    if (id === undefined) names.add(name);
    else accounts.set(id, [...(accounts.get(id) ?? []), start]);
  }
  return { negated, everyone, accounts, names };
}

/** Undefined where the statement is not for the caller. */
export function standingOf(list: PrincipalList, principal: Principal): Standing | undefined {
  if (list.negated) return isExempt(list, principal) ? undefined : "everyone";
  if (list.names.has(principal.arn)) return "itself";
  if (list.everyone) return "everyone";
  if (principal.roleArn !== undefined && list.names.has(principal.roleArn)) return "role";
  return namesAccount(list, principal) ? "account" : undefined;
}

/** The caller is exempt when all that it is stands in the list: its account, its role, and itself. */
function isExempt(list: PrincipalList, principal: Principal): boolean {
  const { type, arn, roleArn } = principal;
  return (
    namesAccount(list, principal) &&
    (type === "root" || list.names.has(arn)) &&
    (roleArn === undefined || list.names.has(roleArn))
  );
}

function namesAccount({ accounts }: PrincipalList, { arn, accountId }: Principal): boolean {
  const starts = accounts.get(accountId);
  return starts !== undefined && starts.some((start) => start === "" || arn.startsWith(start));
}

const partition = "aws(?:-[a-z]+)*";
const name = String.raw`[\w+=,.@-]+`;
const forms = {
  AWS: new RegExp(
    String.raw`^(?:\d{12}|arn:${partition}:iam::\d{12}:(?:root|(?:user|role)/(?:[\w+=,.@/-]+/)?${name})|` +
      `arn:${partition}:sts::\\d{12}:(?:assumed-role/${name}/${name}|federated-user/${name}))$`,
  ),
  Service: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
  Federated: new RegExp(
    String.raw`^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|arn:${partition}:iam::\d{12}:(?:saml|oidc)-provider/\S+)$`,
  ),
} as const;

export type PrincipalType = keyof typeof forms;
export const principalTypes = Object.keys(forms) as readonly PrincipalType[];

/** Whether a principal of this type can be named so. Wildcards are no part of a name. */
export function isPrincipalName(type: PrincipalType, text: string): boolean {
  return forms[type].test(text) && !/[*?]/.test(text);
}
