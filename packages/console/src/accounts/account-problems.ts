// What the API would refuse in the form of a new account. Source of the limits: the API model.

import type { NewAccount } from "./create-account.js";

export interface AccountProblems {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly roleName: string | undefined;
  readonly first: string | undefined;
}

export function accountProblems({ AccountName, Email, RoleName }: NewAccount): AccountProblems {
  const name = nameProblem(AccountName);
  const email = emailProblem(Email);
  const roleName =
    RoleName === undefined || /^[\w+=,.@-]{1,64}$/.test(RoleName)
      ? undefined
      : "Use up to 64 letters, digits and the characters _+=,.@-";
  return { name, email, roleName, first: name ?? email ?? roleName };
}

function nameProblem(name: string): string | undefined {
  if (name === "") return "Enter a name first";
  if (name.length > 50) return `Shorten the name: it has ${name.length} characters, 50 are allowed`;
  return /^[\u0020-\u007E]+$/.test(name)
    ? undefined
    : "Use letters without accents, digits and punctuation only";
}

function emailProblem(email: string): string | undefined {
  if (email === "") return "Enter an e-mail address first";
  if (email.length < 6 || email.length > 64) return "Use an address of 6 to 64 characters";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : "Use the form name@example.com";
}
