// How often somebody may try to sign in: by the name that is tried, and by the address that tries.

import { isIPv6 } from "node:net";
import { rateBucketsMax, signInLimits } from "../limits.js";
import { TokenBuckets } from "../rate-limits/token-buckets.js";
import type { RateLimit } from "../rate-limits/rate-limits.js";

export interface SignInLimits {
  readonly perName: RateLimit;
  readonly perAddress: RateLimit;
}

/** What an attempt counts against. Names need not exist, so that being limited tells nothing. */
export interface Attempted {
  readonly name?: string | undefined;
  readonly sourceIp?: string | undefined;
}

interface Counted {
  readonly key: string;
  readonly limit: RateLimit;
}

export class SignInAttempts {
  readonly #limits: SignInLimits;
  readonly #clock: () => number;
  readonly #buckets = new TokenBuckets(rateBucketsMax);

  /** `clock`: milliseconds since the epoch. */
  constructor(clock: () => number, limits: SignInLimits = signInLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Counts an attempt. Undefined where it may be made, else the seconds until the next may, 1 at the least. */
  begin(attempted: Attempted): number | undefined {
    const now = this.#clock();
    for (const { key, limit } of this.#countedBy(attempted)) {
      if (!this.#buckets.take(key, limit, now))
        return Math.max(1, Math.ceil(this.#buckets.millisecondsUntilNext(key, limit, now) / 1000));
    }
    return undefined;
  }

  /** An attempt that did not fail counts for nothing. */
  takeBack(attempted: Attempted): void {
    for (const { key, limit } of this.#countedBy(attempted)) this.#buckets.giveBack(key, limit);
  }

  #countedBy({ name, sourceIp }: Attempted): readonly Counted[] {
    const { perName, perAddress } = this.#limits;
    return [
      ...(sourceIp === undefined ? [] : [{ key: `address ${networkOf(sourceIp)}`, limit: perAddress }]),
      ...(name === undefined ? [] : [{ key: `name ${name}`, limit: perName }]),
    ];
  }
}

/** The name that attempts of a user count against, the same for every spelling. */
export function userAttempts(accountId: string, userName: string): string {
  return `${accountId}/${userName.toLowerCase()}`;
}

/** Whoever has one address of IPv6 has the 2^64 of its network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
