// Token buckets, one per key, each kept as the moment at which it is full again.

import type { RateLimit } from "./rate-limits.js";

export class TokenBuckets {
  /** Milliseconds since the epoch, by key, in the order of the last call that was let through. */
  readonly #fullAt = new Map<string, number>();
  readonly #bucketsMax: number;

  /** Of more than `bucketsMax`, those that were used longest ago are forgotten, which makes them full. */
  constructor(bucketsMax: number) {
    this.#bucketsMax = bucketsMax;
  }

  get size(): number {
    return this.#fullAt.size;
  }

  /** Takes a token where there is one. `now` in milliseconds since the epoch. */
  take(key: string, { perSecond, burst }: RateLimit, now: number): boolean {
    const refillMilliseconds = 1000 / perSecond;
    // A clock that was set back would leave a bucket empty until it had caught up.
    const before = Math.min(this.#fullAt.get(key) ?? now, now + burst * refillMilliseconds);
    const after = Math.max(before, now) + refillMilliseconds;
    // In milliseconds, which are fractions: a tolerance far below one token.
    if (after - now > burst * refillMilliseconds + refillMilliseconds / 1e6) return false;
    this.#fullAt.delete(key);
    this.#fullAt.set(key, after);
    this.#forgetOldest(now);
    return true;
  }

  /** A full bucket is as good as none, so two looks at the oldest per call keep their number down. */
  #forgetOldest(now: number): void {
    let looks = 2;
    for (const [key, fullAt] of this.#fullAt) {
      if (looks === 0 || (fullAt > now && this.#fullAt.size <= this.#bucketsMax)) return;
      this.#fullAt.delete(key);
      looks -= 1;
    }
  }
}
