// The body of an error answer in AWS JSON 1.1.

import type { JsonError } from "./json-error.js";

/** Modelled errors spell `Message` and may carry a `Reason`; common ones spell `message`. */
export function encodeJsonError(error: JsonError): string {
  if (error.kind === "common") return JSON.stringify({ __type: error.code, message: error.message });
  return JSON.stringify({ __type: error.code, Message: error.message, Reason: error.reason });
}
