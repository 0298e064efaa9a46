// SigV4 verification: every check in the order in which a client learns of them.

import type { Partition } from "../partition.js";
import { canonicalRequest } from "./canonical-request.js";
import { checkFreshness } from "./check-freshness.js";
import { checkPayload } from "./check-payload.js";
import { checkScope } from "./check-scope.js";
import { checkSignature } from "./check-signature.js";
import { checkSignedHeaders } from "./check-signed-headers.js";
import { findSecret } from "./find-secret.js";
import type { CredentialLookup } from "./find-secret.js";
import { HeaderTable } from "./header-table.js";
import { queryTable } from "./query-table.js";
import { readClaim } from "./read-claim.js";
import { sha256Hex } from "./sha256.js";
import type { SignatureFault } from "./signature-fault.js";
import type { SignedRequest } from "./signed-request.js";
import type { SignerCache } from "./signer-cache.js";

/** What verification needs beside the request. */
export interface VerifyContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Signing names of the services that this endpoint speaks for, such as `organizations`. */
  readonly services: readonly string[];
  readonly lookup: CredentialLookup;
  readonly signers: SignerCache;
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
      /** Of the region. */
      readonly partition: Partition | undefined;
      readonly service: string;
      /** Milliseconds since the epoch. */
      readonly signedAt: number;
    }
  | { readonly ok: false; readonly fault: SignatureFault };

/** Five minutes, the skew that AWS allows. */
const clockSkewMillisecondsDefault = 300_000;

/**
 * Verifies a SigV4 signature in the `Authorization` header or in a presigned query. Total: any
 * input gets a verdict. Fills `context.signers`, and nothing else, when the signature matches.
 */
export function verifySignature(request: SignedRequest, context: VerifyContext): SignatureVerdict {
  const headers = new HeaderTable(request.rawHeaders);
  const query = queryTable(request.query);
  const read = readClaim(request.method, headers, query, context.signers);
  if (!read.ok) return read;
  const claim = read.value;
  // The order is observable: a client learns the first failure only. Cheap and public checks come
  // first; whether a key exists is told only to who wrote a complete and current request.
  const claimFault =
    checkSignedHeaders(claim.signer, headers) ??
    checkScope(claim, context.services) ??
    checkFreshness(claim, context.now, context.clockSkewMillisecondsMax ?? clockSkewMillisecondsDefault);
  if (claimFault !== undefined) return { ok: false, fault: claimFault };
  const secret = findSecret(claim, context.lookup);
  if (!secret.ok) return secret;
  // The hash of the body is not computed for anybody unknown.
  const payloadHash = sha256Hex(request.body);
  const { method, path } = request;
  const { signer } = claim;
  const proofFault =
    checkPayload(headers, payloadHash) ??
    checkSignature(
      claim,
      canonicalRequest({ method, path, query, headers, signer, payloadHash }),
      secret.value,
      context.signers,
    );
  if (proofFault !== undefined) return { ok: false, fault: proofFault };
  const { accessKeyId, region, partition, service } = signer.scope;
  return {
    ok: true,
    accessKeyId,
    sessionToken: claim.sessionToken,
    region,
    partition,
    service,
    signedAt: claim.time.at,
  };
}
