// The ways in which a signature is refused, each with a message fit for the client.

/** The part of a credential scope that does not fit this endpoint or this request. */
export type ScopePart = "region" | "service" | "date" | "terminator";

/**
 * Why a signature is refused. The message may reach the client: it quotes what the client
 * sent, never the canonical request, the string to sign or the expected signature.
 */
export type SignatureFault =
  | { readonly kind: PlainFaultKind; readonly message: string }
  | { readonly kind: "invalid-scope"; readonly part: ScopePart; readonly message: string };

type PlainFaultKind =
  | "missing-authentication-token"
  | "incomplete-signature"
  | "invalid-signed-headers"
  | "expired"
  | "not-yet-current"
  | "unrecognized-client"
  | "token-invalid"
  | "token-expired"
  | "payload-mismatch"
  | "signature-mismatch";

/** The outcome of a step that reads something or says why it cannot. */
export type Step<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: SignatureFault };

/** A step that found authentication which is malformed, contradictory or lacks a part. */
export function incomplete(message: string): { readonly ok: false; readonly fault: SignatureFault } {
  return { ok: false, fault: { kind: "incomplete-signature", message } };
}

export const malformedSignature = incomplete("the signature must be 64 lower-case hexadecimal digits");
