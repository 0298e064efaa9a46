// The few lines that the signing key signs, in place of the whole request.

import type { SignatureClaim } from "./signature-claim.js";
import { sha256Hex } from "./sha256.js";

/** The only algorithm spoken here. */
export const algorithm = "AWS4-HMAC-SHA256";

/** Algorithm, time, scope and the hash of the canonical request (one character per byte). */
export function stringToSign(claim: SignatureClaim, canonicalRequest: string): string {
  const { date, region, service, terminator } = claim.scope;
  const hash = sha256Hex(Buffer.from(canonicalRequest, "latin1"));
  return `${algorithm}\n${claim.time.text}\n${date}/${region}/${service}/${terminator}\n${hash}`;
}
