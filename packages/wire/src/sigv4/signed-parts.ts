// The list of signed headers and the signature itself, read alike from header and query.

import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";

export interface SignedParts {
  readonly signedHeaders: readonly string[];
  readonly signedHeadersText: string;
  readonly signature: string;
}

const signatureForm = /^[0-9a-f]{64}$/;

/** Splits `SignedHeaders` at `;` and checks the form of the signature. */
export function readSignedParts(signedHeadersText: string, signature: string): Step<SignedParts> {
  if (!signatureForm.test(signature)) {
    return incomplete("the signature must be 64 lower-case hexadecimal digits");
  }
  return { ok: true, value: { signedHeaders: signedHeadersText.split(";"), signedHeadersText, signature } };
}
