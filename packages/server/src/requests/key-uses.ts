// When each access key was last used: lossy, in memory alone, and no part of the record.

import type { KeyUse } from "@withhold/identity";
import { keyUsesRememberedMax } from "../limits.js";

export class KeyUses {
  readonly #uses = new Map<string, KeyUse>();

  /** Beyond the bound the key that was noted first is forgotten. */
  note(accessKeyId: string, use: KeyUse): void {
    this.#uses.set(accessKeyId, use);
    if (this.#uses.size <= keyUsesRememberedMax) return;
    const [oldest] = this.#uses.keys();
    if (oldest !== undefined) this.#uses.delete(oldest);
  }

  of(accessKeyId: string): KeyUse | undefined {
    return this.#uses.get(accessKeyId);
  }
}
