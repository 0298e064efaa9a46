// A claim read from the `Authorization` header.

import { readCredentialScope } from "./credential-scope.js";
import { headerValue } from "./header-table.js";
import type { HeaderTable } from "./header-table.js";
import { readSignedParts } from "./signed-parts.js";
import type { SignatureClaim, SigningTime } from "./signature-claim.js";
import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import { readHttpTime, readSigningTime } from "./signing-time.js";
import { algorithm } from "./string-to-sign.js";

const knownParts = new Set(["Credential", "SignedHeaders", "Signature"]);

/** Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` and the date beside it. */
export function readAuthorizationHeader(headers: HeaderTable): Step<SignatureClaim> {
  const parts = authorizationParts(headerValue(headers, "authorization") ?? "");
  if (!parts.ok) return parts;
  for (const name of knownParts) {
    if (!parts.value.get(name)) return incomplete(`Authorization header requires \`${name}\` parameter`);
  }
  const scope = readCredentialScope(parts.value.get("Credential") ?? "");
  if (!scope.ok) return scope;
  const signed = readSignedParts(parts.value.get("SignedHeaders") ?? "", parts.value.get("Signature") ?? "");
  if (!signed.ok) return signed;
  const time = headerTime(headers);
  if (!time.ok) return time;
  return {
    ok: true,
    value: {
      scope: scope.value,
      ...signed.value,
      time: time.value,
      expiresSeconds: undefined,
      sessionToken: headerValue(headers, "x-amz-security-token"),
    },
  };
}

function authorizationParts(header: string): Step<ReadonlyMap<string, string>> {
  const space = header.indexOf(" ");
  const scheme = space < 0 ? header : header.slice(0, space);
  if (scheme !== algorithm) {
    return incomplete(`unsupported algorithm in the Authorization header, use \`${algorithm}\``);
  }
  const parts = new Map<string, string>();
  for (const part of space < 0 ? [] : header.slice(space + 1).split(",")) {
    const at = part.indexOf("=");
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (!knownParts.has(name)) {
      return incomplete(
        "Authorization header must be a list of Credential, SignedHeaders and Signature, each as key=value",
      );
    }
    if (parts.has(name)) {
      return incomplete(`Authorization header must name \`${name}\` once`);
    }
    parts.set(name, part.slice(at + 1).trim());
  }
  return { ok: true, value: parts };
}

function headerTime(headers: HeaderTable): Step<SigningTime> {
  const amzDate = headerValue(headers, "x-amz-date");
  if (amzDate !== undefined) {
    const time = readSigningTime(amzDate);
    return time === undefined ? incomplete(dateForm("X-Amz-Date")) : { ok: true, value: time };
  }
  const date = headerValue(headers, "date");
  if (date === undefined) {
    return incomplete("Authorization header requires existence of either a `X-Amz-Date` or a `Date` header");
  }
  const time = readHttpTime(date);
  return time === undefined ? incomplete(dateForm("Date")) : { ok: true, value: time };
}

function dateForm(header: string): string {
  return `Date must be in ISO-8601 'basic format': give \`${header}\` as YYYYMMDDTHHMMSSZ`;
}
