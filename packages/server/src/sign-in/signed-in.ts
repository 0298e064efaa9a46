// What somebody is answered who signed in.

import { consoleSession, holderArn, rootArn } from "@withhold/identity";
import { homeRegionOf } from "@withhold/wire";
import type { SessionTokens } from "../cell/session-token.js";
import type { State } from "../cell/state.js";
import { drawSecurely } from "../draw.js";
import type { SignInSubject } from "./sign-in-subject.js";

export interface SignedIn {
  readonly version: 1;
  /** Absent where a new password is required first. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    /** ISO 8601. */
    readonly expiration: string;
  };
  readonly principal: {
    readonly arn: string;
    readonly accountId: string;
    readonly kind: "user" | "root";
    readonly userName?: string;
    readonly email?: string;
  };
  /** One to sign for. */
  readonly region: string;
  readonly passwordResetRequired: boolean;
}

/** `now`: milliseconds since the epoch. */
export function signedInAs(
  state: State,
  sessions: SessionTokens,
  subject: SignInSubject,
  now: number,
): SignedIn {
  const { account, user } = subject;
  const claims = consoleSession(state.identity, { accountId: account.id, user }, drawSecurely, now);
  const { accessKeyId, secretAccessKey, expiresAt } = claims;
  const expiration = new Date(expiresAt).toISOString();
  const credentials = { accessKeyId, secretAccessKey, sessionToken: sessions.seal(claims), expiration };
  return { version: 1, credentials, ...whoAndWhere(state, subject), passwordResetRequired: false };
}

/** Of somebody who must choose a new password first. */
export function signedInWithoutCredentials(state: State, subject: SignInSubject): SignedIn {
  return { version: 1, ...whoAndWhere(state, subject), passwordResetRequired: true };
}

export function whoAndWhere(
  { cell }: State,
  { account, user }: SignInSubject,
): Pick<SignedIn, "principal" | "region"> {
  const { id: accountId, email } = account;
  const partition = cell.organizationOf(account)?.partition ?? "aws";
  const principal =
    user === undefined
      ? { arn: rootArn(partition, accountId), accountId, kind: "root" as const, email }
      : { arn: holderArn(partition, user), accountId, kind: "user" as const, userName: user.name };
  return { principal, region: homeRegionOf(partition) };
}
