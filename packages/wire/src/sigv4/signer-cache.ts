// Signers that have proved themselves, with the keys derived for them, bounded.

import type { Signer } from "./signer.js";
import type { SigningKey } from "./signing-key.js";

/** A signer whose signature matched. */
export interface KnownSigner {
  readonly signer: Signer;
  /** Good for the secret that it was derived from, and for no other. */
  readonly key: SigningKey;
}

/**
 * Keeps the most recently used signers by the words in which they say who they are. Only verification fills it, and
 * only after a signature matched, so strangers cannot push out callers.
 */
export class SignerCache {
  readonly #signers = new Map<string, KnownSigner>();
  /** The most recently used: found by comparing its words, which takes less than looking them up. */
  #latest: { readonly words: string; readonly known: KnownSigner } | undefined;
  readonly #entriesMax: number;

  /** `entriesMax` signers at most, 1,000 unless told; 0 keeps none. */
  constructor(entriesMax = 1000) {
    this.#entriesMax = entriesMax;
  }

  /** How many signers are kept. */
  get size(): number {
    return this.#signers.size;
  }

  /** The signer who said this, who becomes the most recently used. */
  find(words: string): KnownSigner | undefined {
    if (this.#latest?.words === words) return this.#latest.known;
    const known = this.#signers.get(words);
    if (known !== undefined) {
      this.#signers.delete(words);
      this.#signers.set(words, known);
      this.#latest = { words, known };
    }
    return known;
  }

  /** Keeps a signer, dropping the least recently used beyond the bound. */
  keep(words: string, known: KnownSigner): void {
    this.#latest = undefined;
    this.#signers.delete(words);
    this.#signers.set(words, known);
    for (const oldest of this.#signers.keys()) {
      if (this.#signers.size <= this.#entriesMax) return;
      this.#signers.delete(oldest);
    }
  }
}
