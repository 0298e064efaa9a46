// Whether the signature covers the headers that matter, and none that are absent.

import type { HeaderTable } from "./header-table.js";
import type { SignatureFault } from "./signature-fault.js";
import type { Signer } from "./signer.js";

/** The list itself in order, every `x-amz-…` header of the table signed, nothing absent signed. */
export function checkSignedHeaders(
  { signedHeaders: names, signedHeadersFault }: Signer,
  headers: HeaderTable,
): SignatureFault | undefined {
  if (signedHeadersFault !== undefined) return signedHeadersFault;
  const unsigned = headers.amazonNames.find((name) => !names.includes(name));
  if (unsigned !== undefined) {
    return fault(`\`${unsigned}\` must be a 'SignedHeader' in the AWS Authorization`);
  }
  const absent = names.find((name) => !headers.has(name));
  if (absent !== undefined) {
    return fault(`signed header \`${absent}\` is not in the request, send it or leave it unsigned`);
  }
  return undefined;
}

function fault(message: string): SignatureFault {
  return { kind: "invalid-signed-headers", message };
}
