// How often an account may call each operation: by default as often as it likes.

/** A bucket of tokens, one of which each call takes. */
export interface RateLimit {
  /** Tokens that come back in a second. */
  readonly perSecond: number;
  /** Tokens that a full bucket holds: calls that may come at once. */
  readonly burst: number;
}

/** By operation; `*` is for every other, each of them with a bucket of its own. */
export type RateLimits = ReadonlyMap<string, RateLimit>;

export const everyOtherOperation = "*";

export const noRateLimits: RateLimits = new Map();

/** The limit of an operation. */
export function rateLimitOf(limits: RateLimits, operation: string): RateLimit | undefined {
  return limits.get(operation) ?? limits.get(everyOtherOperation);
}
