// Asks of every call whether its account may call its operation once more.

import { rateBucketsMax } from "../limits.js";
import { rateLimitOf } from "./rate-limits.js";
import type { RateLimits } from "./rate-limits.js";
import { TokenBuckets } from "./token-buckets.js";

export const throttledMessage =
  "this account calls this operation too often; wait and try again, as AWS SDKs do by themselves";

/** Whether the call may go on; takes a token of its bucket if so. */
export type Throttle = (accountId: string, operation: string) => boolean;

/** `clock`: milliseconds since the epoch. */
export function throttle(limits: RateLimits, clock: () => number): Throttle {
  if (limits.size === 0) return () => true;
  const buckets = new TokenBuckets(rateBucketsMax);
  return (accountId, operation) => {
    const limit = rateLimitOf(limits, operation);
    return limit === undefined || buckets.take(`${accountId} ${operation}`, limit, clock());
  };
}
