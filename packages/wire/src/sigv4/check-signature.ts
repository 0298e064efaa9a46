// Whether the signature is the one that the secret makes of this request.

import { sameSecret } from "./same-secret.js";
import { sha256Hex } from "./sha256.js";
import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault } from "./signature-fault.js";
import type { SignerCache } from "./signer-cache.js";
import { SigningKey } from "./signing-key.js";

const mismatch: SignatureFault = {
  kind: "signature-mismatch",
  message:
    "The request signature we calculated does not match the signature you provided. " +
    "Check your AWS Secret Access Key and signing method",
};

/** Compares in constant time; keeps the signer and its key once they have matched. */
export function checkSignature(
  { signer, words, known, signature, time }: SignatureClaim,
  canonicalRequest: string | undefined,
  secretAccessKey: string,
  signers: SignerCache,
): SignatureFault | undefined {
  if (canonicalRequest === undefined) return mismatch;
  const isKnown = known?.key.isOf(secretAccessKey) === true;
  const key = isKnown ? known.key : new SigningKey(secretAccessKey, signer.scope);
  const expected = key.sign(time.text, hashOf(canonicalRequest));
  if (!sameSecret(Buffer.from(expected, "latin1"), Buffer.from(signature, "latin1"))) return mismatch;
  if (!isKnown && words !== undefined) signers.keep(words, { signer, key });
  return undefined;
}

const ascii = /^[\0-\x7f]*$/;

/** Of one byte per character. ASCII is the same in UTF-8, as which a string is hashed without a copy of its bytes. */
function hashOf(canonicalRequest: string): string {
  const isAscii = ascii.test(canonicalRequest);
  return sha256Hex(isAscii ? canonicalRequest : Buffer.from(canonicalRequest, "latin1"));
}
