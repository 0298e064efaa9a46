// Signing in: a password or a one-time link for credentials that end by themselves.

import type { Principal, Session } from "../session/session.js";
import { readOperatorAnswer } from "./operator-answer.js";

export type SignInRequest =
  | {
      readonly accountId: string;
      readonly userName: string;
      readonly password: string;
      readonly newPassword?: string;
    }
  | { readonly email: string; readonly password: string }
  | { readonly signInToken: string };

interface SignInAnswer {
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly expiration: string;
  };
  readonly principal: {
    readonly arn: string;
    readonly accountId: string;
    readonly kind: "user" | "root";
    readonly userName?: string;
    readonly email?: string;
  };
  readonly region: string;
  readonly passwordResetRequired?: boolean;
}

/** `password-reset-required`: the password was right and must be changed first; send `newPassword` with it. */
export type SignInResult =
  | { readonly kind: "signed-in"; readonly session: Session }
  | { readonly kind: "password-reset-required" };

/** Throws an `OperatorFailure`. */
export async function signIn(request: SignInRequest): Promise<SignInResult> {
  const response = await fetch("/v1/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    credentials: "omit",
  });
  const { credentials, principal, region } = await readOperatorAnswer<SignInAnswer>(response);
  if (credentials === undefined) return { kind: "password-reset-required" };
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const session: Session = {
    credentials: { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(credentials.expiration) },
    principal: principalOf(principal),
    region,
  };
  return { kind: "signed-in", session };
}

function principalOf({ kind, arn, accountId, userName, email }: SignInAnswer["principal"]): Principal {
  return { kind, arn, accountId, name: (kind === "root" ? email : userName) ?? accountId };
}
