// The error code and HTTP status by which each protocol names a signature fault.

import type { SignatureFault } from "./signature-fault.js";

/** An error of a protocol, ready to be encoded. `status` is the HTTP status. */
export interface SignatureError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

type Named = Omit<SignatureError, "message">;

const invalidSignature = {
  json: { code: "InvalidSignatureException", status: 400 },
  query: { code: "SignatureDoesNotMatch", status: 403 },
};
const unrecognizedClient = {
  json: { code: "UnrecognizedClientException", status: 400 },
  query: { code: "InvalidClientTokenId", status: 403 },
};

const names: Record<SignatureFault["kind"], { readonly json: Named; readonly query: Named }> = {
  "missing-authentication-token": {
    json: { code: "MissingAuthenticationTokenException", status: 400 },
    query: { code: "MissingAuthenticationToken", status: 403 },
  },
  "incomplete-signature": {
    json: { code: "IncompleteSignatureException", status: 400 },
    query: { code: "IncompleteSignature", status: 400 },
  },
  "invalid-signed-headers": invalidSignature,
  "invalid-scope": invalidSignature,
  expired: invalidSignature,
  "not-yet-current": invalidSignature,
  "unrecognized-client": unrecognizedClient,
  "token-invalid": unrecognizedClient,
  "token-expired": {
    json: { code: "ExpiredTokenException", status: 400 },
    query: { code: "ExpiredToken", status: 403 },
  },
  "payload-mismatch": invalidSignature,
  "signature-mismatch": invalidSignature,
};

/** Names a fault in the protocol in which the request was made. */
export function signatureError(fault: SignatureFault, protocol: "json" | "query"): SignatureError {
  return { ...names[fault.kind][protocol], message: fault.message };
}
