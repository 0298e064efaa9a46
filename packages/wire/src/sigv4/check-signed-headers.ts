// Whether the signature covers the headers that matter, and none that are absent.

import type { HeaderTable } from "./header-table.js";
import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault } from "./signature-fault.js";

// Printable characters but `:` and upper-case letters; `;` parts the names.
const listForm = /^[!-9;-@[-~]+$/;

const orderMessage = "SignedHeaders must be lower-case header names, sorted, each once, joined by `;`";

/** Names sorted, unique and lower-case; `host` and every `x-amz-…` header of the table signed; nothing absent signed. */
export function checkSignedHeaders(claim: SignatureClaim, headers: HeaderTable): SignatureFault | undefined {
  const names = claim.signedHeaders;
  if (!listForm.test(claim.signedHeadersText)) return fault(orderMessage);
  let amazonSigned = 0;
  let hostSigned = false;
  let absent: string | undefined;
  let before = "";
  for (const name of names) {
    if (name <= before) return fault(orderMessage);
    before = name;
    if (!headers.has(name)) absent ??= name;
    else if (name.startsWith("x-amz-")) amazonSigned += 1;
    if (name === "host") hostSigned = true;
  }
  if (!hostSigned) return fault("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization");
  const unsigned = amazonSigned === amazonHeaders(headers) ? undefined : firstUnsigned(headers, names);
  if (unsigned !== undefined) {
    return fault(`\`${unsigned}\` must be a 'SignedHeader' in the AWS Authorization`);
  }
  if (absent !== undefined) {
    return fault(`signed header \`${absent}\` is not in the request, send it or leave it unsigned`);
  }
  return undefined;
}

function amazonHeaders(headers: HeaderTable): number {
  let count = 0;
  for (const name of headers.keys()) if (name.startsWith("x-amz-")) count += 1;
  return count;
}

function firstUnsigned(headers: HeaderTable, names: readonly string[]): string | undefined {
  const signed = new Set(names);
  for (const name of headers.keys()) if (name.startsWith("x-amz-") && !signed.has(name)) return name;
  return undefined;
}

function fault(message: string): SignatureFault {
  return { kind: "invalid-signed-headers", message };
}
