// Temporary credentials as STS tells them, once.

import type { SessionClaims } from "./session-claims.js";

export function credentialsShape(
  { accessKeyId, secretAccessKey, expiresAt }: SessionClaims,
  sessionToken: string,
): Record<"AccessKeyId" | "SecretAccessKey" | "SessionToken", string> & { readonly Expiration: Date } {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: new Date(expiresAt),
  };
}
