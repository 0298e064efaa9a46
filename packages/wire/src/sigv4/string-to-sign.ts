// The few lines that the signing key signs, in place of the whole request.

/** The only algorithm spoken here. */
export const algorithm = "AWS4-HMAC-SHA256";

/** `scope`: date, region, service and terminator, joined by `/`. `requestHash`: of the canonical request. */
export function stringToSign(time: string, scope: string, requestHash: string): string {
  return `${algorithm}\n${time}\n${scope}\n${requestHash}`;
}
