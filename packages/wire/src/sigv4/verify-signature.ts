// SigV4 verification: every check in the order in which a client learns of them.

import { canonicalRequest } from "./canonical-request.js";
import { checkFreshness } from "./check-freshness.js";
import { checkPayload } from "./check-payload.js";
import { checkScope } from "./check-scope.js";
import { checkSignature } from "./check-signature.js";
import { checkSignedHeaders } from "./check-signed-headers.js";
import { findSecret } from "./find-secret.js";
import type { CredentialLookup } from "./find-secret.js";
import { headerTable } from "./header-table.js";
import type { HeaderTable } from "./header-table.js";
import { queryTable } from "./query-table.js";
import type { QueryTable } from "./query-table.js";
import { readClaim } from "./read-claim.js";
import { sha256Hex } from "./sha256.js";
import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault } from "./signature-fault.js";
import type { SignedRequest } from "./signed-request.js";
import type { SigningKeyCache } from "./signing-key-cache.js";

/** What verification needs beside the request. */
export interface VerifyContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Signing names of the services that this endpoint speaks for, such as `organizations`. */
  readonly services: readonly string[];
  readonly lookup: CredentialLookup;
  readonly keys: SigningKeyCache;
  /** How far a client's clock may be off, five minutes unless told. */
  readonly clockSkewMillisecondsMax?: number;
}

/** Who signed, and for what; or the first reason to refuse. */
export type SignatureVerdict =
  | {
      readonly ok: true;
      readonly accessKeyId: string;
      readonly sessionToken: string | undefined;
      readonly region: string;
      readonly service: string;
      /** Milliseconds since the epoch. */
      readonly signedAt: number;
    }
  | { readonly ok: false; readonly fault: SignatureFault };

interface Attempt {
  readonly request: SignedRequest;
  readonly headers: HeaderTable;
  readonly query: QueryTable;
  readonly claim: SignatureClaim;
  readonly context: VerifyContext;
}

/** Five minutes, the skew that AWS allows. */
const clockSkewMillisecondsDefault = 300_000;

// The order is observable: a client learns the first failure only. Cheap and public checks come
// first; whether a key exists is told only to who wrote a complete and current request.
const claimChecks: readonly ((attempt: Attempt) => SignatureFault | undefined)[] = [
  ({ claim, headers }) => checkSignedHeaders(claim, headers),
  ({ claim, context }) => checkScope(claim, context.services),
  ({ claim, context }) =>
    checkFreshness(claim, context.now, context.clockSkewMillisecondsMax ?? clockSkewMillisecondsDefault),
];

/**
 * Verifies a SigV4 signature in the `Authorization` header or in a presigned query. Total: any
 * input gets a verdict. Fills `context.keys`, and nothing else, when the signature matches.
 */
export function verifySignature(request: SignedRequest, context: VerifyContext): SignatureVerdict {
  const headers = headerTable(request.rawHeaders);
  const query = queryTable(request.query);
  const read = readClaim(request.method, headers, query);
  if (!read.ok) return read;
  const claim = read.value;
  const attempt = { request, headers, query, claim, context };
  for (const check of claimChecks) {
    const fault = check(attempt);
    if (fault !== undefined) return { ok: false, fault };
  }
  const secret = findSecret(claim, context.lookup);
  if (!secret.ok) return secret;
  const fault = checkProof(attempt, secret.value);
  if (fault !== undefined) return { ok: false, fault };
  const { accessKeyId, region, service } = claim.scope;
  return {
    ok: true,
    accessKeyId,
    sessionToken: claim.sessionToken,
    region,
    service,
    signedAt: claim.time.at,
  };
}

// The last two checks share the hash of the body, which is not computed for anybody unknown.
function checkProof({ request, headers, query, claim, context }: Attempt, secret: string) {
  const payloadHash = sha256Hex(request.body);
  const { method, path } = request;
  const { signedHeaders, signedHeadersText } = claim;
  return (
    checkPayload(headers, payloadHash) ??
    checkSignature(
      claim,
      canonicalRequest({ method, path, query, headers, signedHeaders, signedHeadersText, payloadHash }),
      secret,
      context.keys,
    )
  );
}
