// The request in the one spelling that signer and verifier agree on.

import { canonicalHeaderValue } from "./canonical-header-value.js";
import { canonicalQuery } from "./canonical-query.js";
import { canonicalUri } from "./canonical-uri.js";
import type { HeaderTable } from "./header-table.js";
import type { QueryTable } from "./query-table.js";
import type { Signer } from "./signer.js";

/** What is signed, each part as received. */
export interface CanonicalSource {
  readonly method: string;
  readonly path: string;
  readonly query: QueryTable;
  readonly headers: HeaderTable;
  readonly signer: Signer;
  /** SHA-256 of the body, lower-case hex. */
  readonly payloadHash: string;
}

/** One character per byte. `undefined` where the path or a signed header cannot have been received so. */
export function canonicalRequest(source: CanonicalSource): string | undefined {
  const uri = canonicalUri(source.path);
  if (uri === undefined) return undefined;
  const lines = [source.method, uri, canonicalQuery(source.query)];
  for (const name of source.signer.signedHeaders) {
    const value = canonicalHeaderValue(source.headers.values(name));
    if (value === undefined) return undefined;
    lines.push(`${name}:${value}`);
  }
  lines.push("", source.signer.signedHeadersText, source.payloadHash);
  return lines.join("\n");
}
