// GetSessionToken: temporary credentials of the user or root user who calls. They end with the key that asks.

import { identityFault } from "../fault.js";
import { drawId, drawSecretAccessKey } from "../ids.js";
import type { IdentityOperation } from "../operation.js";
import { credentialsShape } from "../session-credentials.js";
import type { SessionClaims } from "../session-claims.js";
import { refuseUnbuilt } from "../unbuilt.js";

/** Seconds. Source: the STS API reference (`DurationSeconds`). */
const secondsDefault = 43_200;
const rootSecondsMax = 3600;

export const getSessionToken: IdentityOperation<"GetSessionToken"> = {
  kind: "read",
  answer({ DurationSeconds, SerialNumber, TokenCode }, context, now) {
    const { caller, signedBy, draw, identity, sealed } = context;
    refuseUnbuilt({ SerialNumber, TokenCode });
    if (caller.session !== undefined || signedBy === undefined) {
      identityFault(
        "AccessDenied",
        "temporary credentials cannot ask for others; sign with an access key of a user",
      );
    }
    const { accountId, holder } = caller;
    const asked = DurationSeconds ?? secondsDefault;
    const seconds = holder === undefined ? Math.min(asked, rootSecondsMax) : asked;
    const claims: SessionClaims = {
      accessKeyId: drawId(draw, "session", (id) => identity.accessKeys.has(id)),
      secretAccessKey: drawSecretAccessKey(draw),
      accountId,
      of:
        holder === undefined
          ? { kind: "root", madeBy: signedBy }
          : { kind: "user", userId: holder.id, madeBy: signedBy },
      issuedAt: now,
      expiresAt: now + seconds * 1000,
    };
    return { Credentials: credentialsShape(claims, sealed(claims)) };
  },
};
