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
    const emptyNow = now + burst * refillMilliseconds;
    let fullAt = Math.max(this.#fullAt.get(key) ?? now, now);
    if (fullAt > emptyNow) {
      // The clock was set back: without a new mark the bucket would stay empty until it had caught up.
      fullAt = emptyNow;
      this.#fullAt.set(key, fullAt);
    }
    const after = fullAt + refillMilliseconds;
    // In milliseconds, which are fractions: a tolerance far below one token.
    if (after > emptyNow + refillMilliseconds / 1e6) return false;
    this.#fullAt.delete(key);
    this.#fullAt.set(key, after);
    this.#forgetOldest(now);
    return true;
  }

  /** How long a bucket without a token has none. */
  millisecondsUntilNext(key: string, { perSecond, burst }: RateLimit, now: number): number {
    const refillMilliseconds = 1000 / perSecond;
    const fullAt = this.#fullAt.get(key) ?? now;
    return Math.max(0, fullAt + refillMilliseconds - (now + burst * refillMilliseconds));
  }

  /** Undoes one `take`. */
  giveBack(key: string, { perSecond }: RateLimit): void {
    const fullAt = this.#fullAt.get(key);
    if (fullAt !== undefined) this.#fullAt.set(key, fullAt - 1000 / perSecond);
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
