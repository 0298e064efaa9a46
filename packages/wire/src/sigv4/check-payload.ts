// Whether the payload hash that a request declares is that of its body.

import type { HeaderTable } from "./header-table.js";
import type { SignatureFault } from "./signature-fault.js";

/** Compares `x-amz-content-sha256`, where sent; `UNSIGNED-PAYLOAD` and streaming are refused too. */
export function checkPayload(headers: HeaderTable, payloadHash: string): SignatureFault | undefined {
  const declared = headers.value("x-amz-content-sha256");
  if (declared === undefined || declared === payloadHash) return undefined;
  return {
    kind: "payload-mismatch",
    message: "The provided 'x-amz-content-sha256' header does not match what was computed",
  };
}
