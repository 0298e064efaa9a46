// Derived signing keys of credentials that have proved themselves, bounded.

import type { HmacKey } from "./hmac-sha256.js";

/**
 * Keeps the most recently used signing keys by name. Only verification fills it, and only after a
 * signature matched, so strangers cannot push out the keys of callers.
 */
export class SigningKeyCache {
  readonly #keys = new Map<string, HmacKey>();
  readonly #entriesMax: number;

  /** `entriesMax` keys at most, 1,000 unless told; 0 keeps none. */
  constructor(entriesMax = 1000) {
    this.#entriesMax = entriesMax;
  }

  /** How many keys are kept. */
  get size(): number {
    return this.#keys.size;
  }

  /** The key of that name, which becomes the most recently used. */
  find(name: string): HmacKey | undefined {
    const key = this.#keys.get(name);
    if (key !== undefined) {
      this.#keys.delete(name);
      this.#keys.set(name, key);
    }
    return key;
  }

  /** Keeps a key, dropping the least recently used beyond the bound. */
  keep(name: string, key: HmacKey): void {
    this.#keys.set(name, key);
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= this.#entriesMax) return;
      this.#keys.delete(oldest);
    }
  }
}
