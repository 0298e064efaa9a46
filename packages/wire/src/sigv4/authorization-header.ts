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

const partNames = ["Credential", "SignedHeaders", "Signature"] as const;
type PartName = (typeof partNames)[number];
type Parts = { readonly [Name in PartName]: string };

/** Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` and the date beside it. */
export function readAuthorizationHeader(headers: HeaderTable): Step<SignatureClaim> {
  const parts = authorizationParts(headerValue(headers, "authorization") ?? "");
  if (!parts.ok) return parts;
  const scope = readCredentialScope(parts.value.Credential);
  if (!scope.ok) return scope;
  const signed = readSignedParts(parts.value.SignedHeaders, parts.value.Signature);
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

/** Each part once and none empty. Cut out in place: splitting takes as long as all other checks of the claim. */
function authorizationParts(header: string): Step<Parts> {
  const schemeEnd = header.indexOf(" ");
  const scheme = schemeEnd < 0 ? header : header.slice(0, schemeEnd);
  if (scheme !== algorithm) {
    return incomplete(`unsupported algorithm in the Authorization header, use \`${algorithm}\``);
  }
  const parts: { [Name in PartName]: string | undefined } = {
    Credential: undefined,
    SignedHeaders: undefined,
    Signature: undefined,
  };
  for (
    let start = schemeEnd < 0 ? header.length : schemeEnd + 1, end;
    start <= header.length;
    start = end + 1
  ) {
    const comma = header.indexOf(",", start);
    end = comma < 0 ? header.length : comma;
    const equals = header.indexOf("=", start);
    const name = header.slice(start, Math.max(start, Math.min(equals, end))).trim();
    if (!isPartName(name)) {
      return incomplete(
        "Authorization header must be a list of Credential, SignedHeaders and Signature, each as key=value",
      );
    }
    if (parts[name] !== undefined) return incomplete(`Authorization header must name \`${name}\` once`);
    parts[name] = header.slice(equals + 1, end).trim();
  }
  const { Credential, SignedHeaders, Signature } = parts;
  if (Credential && SignedHeaders && Signature)
    return { ok: true, value: { Credential, SignedHeaders, Signature } };
  const missing = partNames.find((name) => !parts[name]) ?? "";
  return incomplete(`Authorization header requires \`${missing}\` parameter`);
}

function isPartName(name: string): name is PartName {
  return name === "Credential" || name === "SignedHeaders" || name === "Signature";
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
