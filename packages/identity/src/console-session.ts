// The session of somebody who signed in to the console: temporary credentials that may do all that the user may.

import type { Draw } from "@withhold/organization";
import { drawId, drawSecretAccessKey } from "./ids.js";
import type { SessionClaims } from "./session-claims.js";
import type { Identity } from "./state/identity.js";
import type { User } from "./state/policy-holder.js";

const consoleSessionMilliseconds = 3_600_000;

/** `user` undefined: of the account's root user. `now`: milliseconds since the epoch. */
export function consoleSession(
  identity: Identity,
  { accountId, user }: { readonly accountId: string; readonly user: User | undefined },
  draw: Draw,
  now: number,
): SessionClaims {
  return {
    accessKeyId: drawId(draw, "session", (id) => identity.accessKeys.has(id)),
    secretAccessKey: drawSecretAccessKey(draw),
    accountId,
    of: user === undefined ? { kind: "root" } : { kind: "user", userId: user.id },
    issuedAt: now,
    expiresAt: now + consoleSessionMilliseconds,
  };
}
