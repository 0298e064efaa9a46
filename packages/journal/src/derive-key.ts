// Derives a key per purpose from the sealing key.

import { createSecretKey, hkdfSync } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** What a derived key is for. Renaming one invalidates everything that was made with it. */
export type KeyPurpose = "checkpoints" | "page-tokens" | "secrets" | "sessions";

/** HKDF-SHA256: the same 32 bytes for the same key and purpose, on every replica and after every restart. */
export function deriveKey(sealingKey: KeyObject, purpose: KeyPurpose): KeyObject {
  return createSecretKey(
    Buffer.from(hkdfSync("sha256", sealingKey, Buffer.alloc(0), `withhold/v1/${purpose}`, 32)),
  );
}
