// Signing in to the console: a password or a one-time link for the credentials of an hour.

import { passwordSecretName } from "@withhold/identity";
import type { Logger } from "pino";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import type { SessionTokens } from "../cell/session-token.js";
import type { OperatorOperation, Stranger } from "../operator/operator-endpoint.js";
import { OperatorError } from "../operator/operator-error.js";
import { plainAddress } from "../requests/authenticate.js";
import type { Passwords } from "./passwords.js";
import type { SignInAttempts } from "./sign-in-attempts.js";
import type { SignInLinks } from "./sign-in-links.js";
import { readSignInRequest } from "./sign-in-request.js";
import type { SignInRequest } from "./sign-in-request.js";
import { attemptedName, operatorSubject, passwordSubject } from "./sign-in-subject.js";
import type { SignInSubject } from "./sign-in-subject.js";
import { signedInAs, signedInWithoutCredentials, whoAndWhere } from "./signed-in.js";
import type { SignedIn } from "./signed-in.js";

export interface SignInOptions {
  readonly writer: Writer;
  readonly sessions: SessionTokens;
  readonly passwords: Passwords;
  readonly attempts: SignInAttempts;
  readonly links: SignInLinks;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly log: Logger;
}

type PasswordRequest = Exclude<SignInRequest, { readonly kind: "link" }>;

const signInName = "SignIn";

/** `POST /v1/sign-in`. Every attempt is limited and logged; why one failed is told to nobody. */
export function signIn(options: SignInOptions): OperatorOperation<SignInRequest, Stranger> {
  const { attempts, log } = options;
  return {
    name: signInName,
    read: readSignInRequest,
    async run(request, stranger) {
      const sourceIp = plainAddress(stranger.sourceIp);
      const attempted = { name: attemptedName(request), sourceIp };
      const facts = { requestId: stranger.requestId, ...namesOf(request), sourceIp };
      const wait = attempts.begin(attempted);
      if (wait !== undefined) {
        log.warn(facts, "sign-in refused: too many attempts");
        const message = `too many attempts to sign in failed; try again in ${wait} s`;
        throw new OperatorError("too-many-attempts", message, undefined, wait);
      }
      try {
        const signedIn =
          request.kind === "link"
            ? await byLink(options, request.signInToken)
            : await byPassword(options, request, stranger);
        attempts.takeBack(attempted);
        // The record names the key of a session: this line says whose it is.
        const { accessKeyId } = signedIn.credentials ?? {};
        log.info({ ...facts, arn: signedIn.principal.arn, accessKeyId }, "signed in");
        return signedIn;
      } catch (error) {
        const isFailure = error instanceof OperatorError && error.code === "sign-in-failed";
        if (!isFailure) attempts.takeBack(attempted);
        log.warn(facts, isFailure ? "sign-in failed" : "sign-in refused");
        throw error;
      }
    },
  };
}

/** For the log: never a password or a token. */
function namesOf(request: SignInRequest): Readonly<Record<string, string>> {
  switch (request.kind) {
    case "user":
      return { accountId: request.accountId, userName: request.userName };
    case "root":
      return { email: request.email };
    case "link":
      return { by: "link" };
  }
}

async function byLink({ writer, sessions, links, clock }: SignInOptions, token: string): Promise<SignedIn> {
  // Once, though the state may be asked again.
  const isGood = links.redeem(token, clock());
  return writer.read((state, now) => {
    const subject = isGood ? operatorSubject(state) : undefined;
    return subject === undefined ? refuse() : signedInAs(state, sessions, subject, now);
  });
}

async function byPassword(
  options: SignInOptions,
  request: PasswordRequest,
  stranger: Stranger,
): Promise<SignedIn> {
  const { writer, sessions, passwords } = options;
  const found = await writer.read((state) => passwordSubject(state, request));
  const fits = await passwords.fits(request.password, found?.hash);
  if (!fits || found === undefined) return refuse();
  if (request.kind === "user" && request.newPassword !== undefined) {
    requireReset(found);
    requireOther(request.newPassword, request.password);
    return withNewPassword(options, request, found, await passwords.hash(request.newPassword), stranger);
  }
  return writer.read((state, now) => {
    const subject = stillTrue(state, request, found);
    return subject.passwordResetRequired
      ? signedInWithoutCredentials(state, subject)
      : signedInAs(state, sessions, subject, now);
  });
}

async function withNewPassword(
  { writer, sessions }: SignInOptions,
  request: PasswordRequest,
  found: SignInSubject,
  hash: string,
  { requestId }: Stranger,
): Promise<SignedIn> {
  const { accountId, arn } = whoAndWhere(writer.state, found).principal;
  return writer.write({
    operation: signInName,
    actor: { accountId, arn, by: "password" },
    requestId,
    decide(state, now) {
      const subject = stillTrue(state, request, found);
      const { id: holderId } = subject.user ?? refuse();
      return {
        events: [{ type: "login-profile.put", accountId, holderId, passwordResetRequired: false }],
        secrets: new Map([[passwordSecretName(holderId), hash]]),
        output: () => signedInAs(state, sessions, subject, now),
      };
    },
  });
}

/** The password may have changed while it was compared. */
function stillTrue(state: State, request: PasswordRequest, found: SignInSubject): SignInSubject {
  const subject = passwordSubject(state, request);
  return subject === undefined || subject.hash !== found.hash ? refuse() : subject;
}

function requireReset({ passwordResetRequired }: SignInSubject): void {
  if (passwordResetRequired) return;
  const message = "no new password is required; sign in without it, and change it by ChangePassword of IAM";
  throw new OperatorError("invalid-request", message, "$.newPassword");
}

function requireOther(newPassword: string, password: string): void {
  if (newPassword !== password) return;
  const message = "`newPassword` is the password of before; choose another";
  throw new OperatorError("invalid-request", message, "$.newPassword");
}

/** The same for whatever was wrong. */
function refuse(): never {
  throw new OperatorError(
    "sign-in-failed",
    "this does not sign anybody in; check what you typed, or ask for a new link",
  );
}
