// A claim read from the `Authorization` header.

import type { HeaderTable } from "./header-table.js";
import { isSignature, signatureLength } from "./signature-claim.js";
import type { SignatureClaim, SigningTime } from "./signature-claim.js";
import { incomplete, malformedSignature } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import type { KnownSigner, SignerCache } from "./signer-cache.js";
import { readSigner } from "./signer.js";
import type { Signer } from "./signer.js";
import { readHttpTime, readSigningTime } from "./signing-time.js";
import { algorithm } from "./string-to-sign.js";

const partNames = ["Credential", "SignedHeaders", "Signature"] as const;
type PartName = (typeof partNames)[number];
type Parts = { readonly [Name in PartName]: string };

/**
 * Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…` and the date beside it. All but the signature is
 * the same for every request of a client on a day, so where the signature comes last it is read once and found again.
 */
export function readAuthorizationHeader(headers: HeaderTable, signers: SignerCache): Step<SignatureClaim> {
  const header = headers.value("authorization") ?? "";
  const before = header.slice(0, -signatureLength);
  const last = header.slice(-signatureLength);
  const words = before.endsWith("Signature=") && isSignature(last) ? before : undefined;
  const known = words === undefined ? undefined : signers.find(words);
  const signed = known === undefined ? readSigned(header) : signedBy(known, last);
  if (!signed.ok) return signed;
  const time = headerTime(headers);
  if (!time.ok) return time;
  const { signer, signature } = signed.value;
  const sessionToken = headers.value("x-amz-security-token");
  return {
    ok: true,
    value: { signer, words, known, signature, time: time.value, expiresSeconds: undefined, sessionToken },
  };
}

interface Signed {
  readonly signer: Signer;
  readonly signature: string;
}

function signedBy({ signer }: KnownSigner, signature: string): Step<Signed> {
  return { ok: true, value: { signer, signature } };
}

function readSigned(header: string): Step<Signed> {
  const parts = authorizationParts(header);
  if (!parts.ok) return parts;
  const { Credential, SignedHeaders, Signature: signature } = parts.value;
  const signer = readSigner(Credential, SignedHeaders);
  if (!signer.ok) return signer;
  return isSignature(signature)
    ? { ok: true, value: { signer: signer.value, signature } }
    : malformedSignature;
}

/** Each part once and none empty. */
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
  const amzDate = headers.value("x-amz-date");
  if (amzDate !== undefined) {
    const time = readSigningTime(amzDate);
    return time === undefined ? incomplete(dateForm("X-Amz-Date")) : { ok: true, value: time };
  }
  const date = headers.value("date");
  if (date === undefined) {
    return incomplete("Authorization header requires existence of either a `X-Amz-Date` or a `Date` header");
  }
  const time = readHttpTime(date);
  return time === undefined ? incomplete(dateForm("Date")) : { ok: true, value: time };
}

function dateForm(header: string): string {
  return `Date must be in ISO-8601 'basic format': give \`${header}\` as YYYYMMDDTHHMMSSZ`;
}
