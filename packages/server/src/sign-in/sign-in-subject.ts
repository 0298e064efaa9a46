// Who a sign-in is for: the user or root user that was named, if there is one who may sign in.

import { passwordSecretName, rootPasswordSecretName } from "@withhold/identity";
import type { User } from "@withhold/identity";
import type { Account } from "@withhold/organization";
import type { State } from "../cell/state.js";
import { userAttempts } from "./sign-in-attempts.js";
import type { SignInRequest } from "./sign-in-request.js";

export interface SignInSubject {
  readonly account: Account;
  /** Undefined: the root user. */
  readonly user: User | undefined;
  /** Of the password; undefined where there is none. */
  readonly hash: string | undefined;
  readonly passwordResetRequired: boolean;
}

type Named = Exclude<SignInRequest, { readonly kind: "link" }>;

/** Undefined where nobody of that name could sign in with a password. */
export function passwordSubject(state: State, request: Named): SignInSubject | undefined {
  return request.kind === "user" ? userSubject(state, request) : rootSubject(state, request.email);
}

/** Whom a one-time link signs in: the root user of the first account. */
export function operatorSubject({ cell }: State): SignInSubject | undefined {
  const account = cell.firstAccount;
  return isOpen(account)
    ? { account, user: undefined, hash: undefined, passwordResetRequired: false }
    : undefined;
}

/** Under what name attempts are counted, the same for every spelling; whether it exists is not asked. */
export function attemptedName(request: SignInRequest): string | undefined {
  switch (request.kind) {
    case "user":
      return userAttempts(request.accountId, request.userName);
    case "root":
      return request.email.toLowerCase();
    case "link":
      return undefined;
  }
}

function userSubject(
  state: State,
  { accountId, userName }: Extract<Named, { readonly kind: "user" }>,
): SignInSubject | undefined {
  const account = state.cell.accounts.get(accountId);
  const user = state.identity.userNamed(accountId, userName);
  const profile = user?.loginProfile;
  if (!isOpen(account) || user === undefined || profile === undefined) return undefined;
  const hash = state.secret(passwordSecretName(user.id));
  return { account, user, hash, passwordResetRequired: profile.passwordResetRequired };
}

function rootSubject(state: State, email: string): SignInSubject | undefined {
  const account = state.cell.accountOf({ type: "EMAIL", id: email });
  if (!isOpen(account)) return undefined;
  const hash = state.secret(rootPasswordSecretName(account.id));
  return { account, user: undefined, hash, passwordResetRequired: false };
}

function isOpen(account: Account | undefined): account is Account {
  return account !== undefined && account.closedAt === undefined;
}
