// The first two questions: is the request authenticated at all, and is that complete and unambiguous.

import { readAuthorizationHeader } from "./authorization-header.js";
import type { HeaderTable } from "./header-table.js";
import { presignedPairs, readPresignedQuery } from "./presigned-query.js";
import type { QueryTable } from "./query-table.js";
import type { SignatureClaim } from "./signature-claim.js";
import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import type { SignerCache } from "./signer-cache.js";

// Headers whose repetition would let two readers of one request see two different requests.
const onceOnly = [
  "authorization",
  "host",
  "x-amz-date",
  "date",
  "x-amz-security-token",
  "x-amz-content-sha256",
  "x-amz-target",
] as const;

const methodForm = /^[!-~]+$/;

/** Reads the one claim that a request makes, from its header or its query, never from both. */
export function readClaim(
  method: string,
  headers: HeaderTable,
  query: QueryTable,
  signers: SignerCache,
): Step<SignatureClaim> {
  const inHeader = headers.value("authorization") ?? "";
  const inQuery = presignedPairs(query).length > 0;
  if (inHeader === "" && !inQuery) {
    return {
      ok: false,
      fault: { kind: "missing-authentication-token", message: "Missing Authentication Token" },
    };
  }
  const repeated = onceOnly.find((name) => headers.isRepeated(name));
  if (repeated !== undefined) return incomplete(`send the header \`${repeated}\` once`);
  if (!methodForm.test(method) || !query.wellFormed) {
    return incomplete("request line is ill-formed, percent-encode its query string");
  }
  if (!inQuery) return readAuthorizationHeader(headers, signers);
  if (headers.has("authorization")) {
    return incomplete("sign by the Authorization header or by query parameters, not by both");
  }
  if (headers.has("x-amz-security-token")) {
    return incomplete("a presigned request carries its session token in the query string only");
  }
  return readPresignedQuery(query, signers);
}
