// What a request says about its own signature, read but not yet believed.

import type { KnownSigner } from "./signer-cache.js";
import type { Signer } from "./signer.js";

/** The instant of signing, as text for the string to sign and as a number for comparisons. */
export interface SigningTime {
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The authentication that a request carries, well-formed, wherever it came from. */
export interface SignatureClaim {
  readonly signer: Signer;
  /** The words in which the signer says who it is, nothing of them secret; `undefined` where a signature is amid them. */
  readonly words: string | undefined;
  /** Where a signature under these words has matched before. */
  readonly known: KnownSigner | undefined;
  /** 64 lower-case hexadecimal digits. */
  readonly signature: string;
  readonly time: SigningTime;
  /** How long a presigned query says it holds, in seconds; `undefined` for header authentication. */
  readonly expiresSeconds: number | undefined;
  readonly sessionToken: string | undefined;
}

/** The digits of a signature. */
export const signatureLength = 64;

const signatureForm = /^[0-9a-f]{64}$/;

export function isSignature(text: string): boolean {
  return signatureForm.test(text);
}
