// The names that each protocol gives to a signature fault.

import { expect, it } from "vitest";
import { signatureError } from "./signature-error.js";
import type { SignatureFault } from "./signature-fault.js";

it.each([
  ["missing-authentication-token", "MissingAuthenticationTokenException", "MissingAuthenticationToken", 403],
  ["incomplete-signature", "IncompleteSignatureException", "IncompleteSignature", 400],
  ["invalid-signed-headers", "InvalidSignatureException", "SignatureDoesNotMatch", 403],
  ["expired", "InvalidSignatureException", "SignatureDoesNotMatch", 403],
  ["not-yet-current", "InvalidSignatureException", "SignatureDoesNotMatch", 403],
  ["unrecognized-client", "UnrecognizedClientException", "InvalidClientTokenId", 403],
  ["token-invalid", "UnrecognizedClientException", "InvalidClientTokenId", 403],
  ["token-expired", "ExpiredTokenException", "ExpiredToken", 403],
  ["payload-mismatch", "InvalidSignatureException", "SignatureDoesNotMatch", 403],
  ["signature-mismatch", "InvalidSignatureException", "SignatureDoesNotMatch", 403],
] as const)("%s", (kind, json, query, status) => {
  const fault: SignatureFault = { kind, message: "why" };
  expect(signatureError(fault, "json")).toEqual({ code: json, status: 400, message: "why" });
  expect(signatureError(fault, "query")).toEqual({ code: query, status, message: "why" });
});

it("invalid-scope", () => {
  const fault: SignatureFault = { kind: "invalid-scope", part: "region", message: "why" };
  expect(signatureError(fault, "json").code).toBe("InvalidSignatureException");
  expect(signatureError(fault, "query")).toEqual({
    code: "SignatureDoesNotMatch",
    status: 403,
    message: "why",
  });
});
