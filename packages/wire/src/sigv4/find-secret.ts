// The secret behind an access key and its session token, or why there is none.

import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault, Step } from "./signature-fault.js";

/**
 * Finds the secret key of an access key. The session token is `undefined` where the request has
 * none, and the empty string where it has an empty one.
 */
export type CredentialLookup = (
  accessKeyId: string,
  sessionToken: string | undefined,
) =>
  | { readonly found: true; readonly secretAccessKey: string }
  | { readonly found: false; readonly why: "unknown" | "token-invalid" | "token-expired" };

// An unknown key and a bad token read the same, as on AWS, so that keys cannot be told apart.
const faults = {
  unknown: {
    kind: "unrecognized-client",
    message: "The security token included in the request is invalid",
  },
  "token-invalid": {
    kind: "token-invalid",
    message: "The security token included in the request is invalid",
  },
  "token-expired": {
    kind: "token-expired",
    message: "The security token included in the request is expired",
  },
} as const satisfies Record<string, SignatureFault>;

/** Asks the lookup, and turns its refusal into a fault. */
export function findSecret(claim: SignatureClaim, lookup: CredentialLookup): Step<string> {
  const answer = lookup(claim.signer.scope.accessKeyId, claim.sessionToken);
  return answer.found
    ? { ok: true, value: answer.secretAccessKey }
    : { ok: false, fault: faults[answer.why] };
}
