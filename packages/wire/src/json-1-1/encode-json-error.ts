// The body of an error answer in AWS JSON 1.1.

import type { JsonError } from "./json-error.js";

/** Modelled errors spell `Message` and may carry a `Reason` or a `Type`; common ones spell `message`. */
export function encodeJsonError(error: JsonError): string {
  if (error.kind === "common") return JSON.stringify({ __type: error.code, message: error.message });
  const { code, message, reason, type } = error;
  return JSON.stringify({ __type: code, Type: type, Message: message, Reason: reason });
}
