// Seals secrets with AES-256-GCM, each bound to its name.

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { CipherGCM, KeyObject } from "node:crypto";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** The sealed bytes do not open: altered, filed under another name, or sealed with another key. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";

  constructor(secretName: string, options?: ErrorOptions) {
    super(
      `the secret \`${secretName}\` cannot be opened: it was altered or sealed with another key; start with the sealing key that it was sealed with`,
      options,
    );
  }
}

/** The version byte and the name are authenticated, not stored: a seal opens only under the name that it was made for. */
function bound(name: string): Buffer {
  return Buffer.concat([Buffer.of(version), Buffer.from(name, "utf8")]);
}

/**
 * Seals `secret` under `name`: version byte (1), nonce (12 bytes, random), ciphertext, tag (16 bytes).
 * `key` holds 32 bytes: `deriveKey(sealingKey, "secrets")`. Random nonces bound one key to 2^32 seals.
 */
export function seal(key: KeyObject, name: string, secret: Uint8Array): Buffer {
  const sealing = new Sealing(key, name);
  sealing.add(secret);
  return sealing.finish();
}

/** The same for a large secret that comes piece by piece: what it makes is what `seal` makes of the whole. */
export class Sealing {
  readonly #cipher: CipherGCM;
  readonly #sealed: Buffer[];

  constructor(key: KeyObject, name: string) {
    const nonce = randomBytes(nonceBytes);
    this.#cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes }).setAAD(bound(name));
    this.#sealed = [Buffer.of(version), nonce];
  }

  add(piece: Uint8Array): void {
    this.#sealed.push(this.#cipher.update(piece));
  }

  finish(): Buffer {
    return Buffer.concat([...this.#sealed, this.#cipher.final(), this.#cipher.getAuthTag()]);
  }
}

/** Opens what `seal` made under the same key and name. Throws `SealBroken`, never returns anything unauthenticated. */
export function unseal(key: KeyObject, name: string, sealed: Uint8Array): Buffer {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) throw new SealBroken(name);
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes })
    .setAAD(bound(name))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const opened = decipher.update(sealed.subarray(1 + nonceBytes, sealed.length - tagBytes));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch (cause) {
    throw new SealBroken(name, { cause });
  }
}
