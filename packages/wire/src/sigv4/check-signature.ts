// Whether the signature is the one that the secret makes of this request.

import { timingSafeEqual } from "node:crypto";
import { hmacSha256Hex } from "./hmac-sha256.js";
import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault } from "./signature-fault.js";
import type { SigningKeyCache } from "./signing-key-cache.js";
import { deriveSigningKey, signingKeyName } from "./signing-key.js";
import { stringToSign } from "./string-to-sign.js";

const mismatch: SignatureFault = {
  kind: "signature-mismatch",
  message:
    "The request signature we calculated does not match the signature you provided. " +
    "Check your AWS Secret Access Key and signing method",
};

/** Compares in constant time; keeps the signing key once it has matched. */
export function checkSignature(
  claim: SignatureClaim,
  canonicalRequest: string | undefined,
  secretAccessKey: string,
  keys: SigningKeyCache,
): SignatureFault | undefined {
  if (canonicalRequest === undefined) return mismatch;
  const name = signingKeyName(secretAccessKey, claim.scope);
  const known = keys.find(name);
  const key = known ?? deriveSigningKey(secretAccessKey, claim.scope);
  const expected = hmacSha256Hex(key, stringToSign(claim, canonicalRequest));
  // Both have 64 digits: the claim was read so.
  const matches = timingSafeEqual(Buffer.from(expected, "latin1"), Buffer.from(claim.signature, "latin1"));
  if (!matches) return mismatch;
  if (known === undefined) keys.keep(name, key);
  return undefined;
}
