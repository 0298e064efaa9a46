// Token buckets: what they let through, whatever the clock does, and how many of them there are.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TokenBuckets } from "./token-buckets.js";

const limit = { perSecond: 2, burst: 3 };
const noon = Date.UTC(2026, 10, 24, 12);

/** How many of so many calls at a moment get through. */
function through(buckets: TokenBuckets, calls: number, now: number, key = "a"): number {
  return Array.from({ length: calls }, () => buckets.take(key, limit, now)).filter(Boolean).length;
}

describe("a bucket", () => {
  test("lets its burst through at once, then what comes back", () => {
    const buckets = new TokenBuckets(10);
    expect(through(buckets, 9, noon)).toBe(3);
    expect(through(buckets, 9, noon + 499)).toBe(0);
    expect(through(buckets, 9, noon + 500)).toBe(1);
    expect(through(buckets, 9, noon + 1500)).toBe(2);
    expect(through(buckets, 9, noon + 60_000)).toBe(3);
  });

  test("is its key's alone", () => {
    const buckets = new TokenBuckets(10);
    expect(through(buckets, 9, noon, "a")).toBe(3);
    expect(through(buckets, 9, noon, "b")).toBe(3);
  });

  test("is full again in its usual time after a clock was set back", () => {
    const buckets = new TokenBuckets(10);
    expect(through(buckets, 3, noon)).toBe(3);
    const before = noon - 3_600_000;
    expect(through(buckets, 3, before)).toBe(0);
    expect(through(buckets, 3, before + 500)).toBe(1);
    expect(through(buckets, 9, before + 60_000)).toBe(3);
  });

  test("takes slow rates and fast ones alike", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 100_000, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.nat({ max: 5000 }), { maxLength: 60 }),
        (perSecond, burst, pauses) => {
          const buckets = new TokenBuckets(10);
          let now = noon;
          let taken = 0;
          let refused = 0;
          for (const pause of pauses) {
            now += pause;
            if (buckets.take("a", { perSecond, burst }, now)) taken += 1;
            else refused += 1;
          }
          const most = burst + ((now - noon) / 1000) * perSecond;
          expect(taken).toBeLessThanOrEqual(most + 1e-3);
          if (pauses.length <= burst) expect(refused).toBe(0);
        },
      ),
    );
  });
});

describe("all buckets together", () => {
  test("are no more than their maximum, the longest unused forgotten first", () => {
    const buckets = new TokenBuckets(100);
    for (let key = 0; key < 1000; key += 1) expect(buckets.take(`${key}`, limit, noon)).toBe(true);
    expect(buckets.size).toBe(100);
    expect(through(buckets, 9, noon, "999")).toBe(2);
    expect(through(buckets, 9, noon, "0")).toBe(3);
  });

  test("are forgotten once they are full again", () => {
    const buckets = new TokenBuckets(1000);
    for (let key = 0; key < 500; key += 1) buckets.take(`${key}`, limit, noon);
    for (let call = 0; call < 500; call += 1) buckets.take("again", limit, noon + 60_000 + call * 1000);
    expect(buckets.size).toBe(1);
  });
});
