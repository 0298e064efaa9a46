// Whether the signature is of now: neither too old nor from the future.

import type { SignatureClaim } from "./signature-claim.js";
import type { SignatureFault } from "./signature-fault.js";
import { formatSigningTime } from "./signing-time.js";

/** Both edges are still fresh. Times in milliseconds; a presigned query lives as long as it says. */
export function checkFreshness(
  claim: SignatureClaim,
  now: number,
  skewMilliseconds: number,
): SignatureFault | undefined {
  const { at, text } = claim.time;
  const allowance = (sign: "+" | "-") =>
    `(${formatSigningTime(now)} ${sign} ${skewMilliseconds / 60_000} min.)`;
  if (at > now + skewMilliseconds) {
    const latest = formatSigningTime(now + skewMilliseconds);
    const message = `Signature not yet current: ${text} is still later than ${latest} ${allowance("+")}`;
    return { kind: "not-yet-current", message };
  }
  if (claim.expiresSeconds !== undefined) {
    const end = at + claim.expiresSeconds * 1000;
    if (now <= end) return undefined;
    const message = `Signature expired: ${formatSigningTime(end)} is now earlier than ${formatSigningTime(now)}`;
    return { kind: "expired", message };
  }
  if (at >= now - skewMilliseconds) return undefined;
  const earliest = formatSigningTime(now - skewMilliseconds);
  const message = `Signature expired: ${text} is now earlier than ${earliest} ${allowance("-")}`;
  return { kind: "expired", message };
}
