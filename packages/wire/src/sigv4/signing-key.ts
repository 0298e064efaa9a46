// The key derived from a secret for one day, region and service, and its name in a cache.

import { createHmac } from "node:crypto";
import { hmacKey } from "./hmac-sha256.js";
import type { HmacKey } from "./hmac-sha256.js";
import { sha256Hex } from "./sha256.js";
import type { CredentialScope } from "./signature-claim.js";

/** Four HMAC steps from the secret to the signing key, prepared for use. */
export function deriveSigningKey(secretAccessKey: string, scope: CredentialScope): HmacKey {
  const dated = hmac(`AWS4${secretAccessKey}`, scope.date);
  return hmacKey(hmac(hmac(hmac(dated, scope.region), scope.service), scope.terminator));
}

/** A name that differs where any of access key id, secret, date, region or service does; no plain secret. */
export function signingKeyName(secretAccessKey: string, scope: CredentialScope): string {
  const { accessKeyId, date, region, service } = scope;
  return sha256Hex(`${date}\n${region}\n${service}\n${accessKeyId}\n${secretAccessKey}`);
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
