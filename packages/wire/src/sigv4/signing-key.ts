// The key derived from a secret for one day, region and service, ready to sign.

import { createHmac } from "node:crypto";
import type { CredentialScope } from "./credential-scope.js";
import { sameSecret } from "./same-secret.js";
import { sha256Hex } from "./sha256.js";
import { stringToSign } from "./string-to-sign.js";

const blockBytes = 64;
const hashBytes = 32;
const timeAt = blockBytes + stringToSign("", "", "").indexOf("\n") + 1;

/**
 * HMAC-SHA-256 (RFC 2104) over the string to sign. Both of its messages are laid out once, each with its padded key
 * before it: the strings to sign of one scope differ in their time and their hash alone, and hashing what is there in
 * one shot takes a third of `createHmac`.
 */
export class SigningKey {
  readonly #secret: Buffer;
  readonly #inner: Buffer;
  readonly #outer = Buffer.alloc(blockBytes + hashBytes, 0x5c);

  /** Four HMAC steps from the secret to the key. */
  constructor(secretAccessKey: string, { date, region, service, terminator }: CredentialScope) {
    this.#secret = Buffer.from(secretAccessKey);
    let key = Buffer.from(`AWS4${secretAccessKey}`);
    for (const part of [date, region, service, terminator]) {
      key = createHmac("sha256", key).update(part).digest();
    }
    const blank = stringToSign(
      "YYYYMMDDTHHMMSSZ",
      `${date}/${region}/${service}/${terminator}`,
      "0".repeat(hashBytes * 2),
    );
    this.#inner = Buffer.concat([Buffer.alloc(blockBytes, 0x36), Buffer.from(blank, "latin1")]);
    for (const [index, byte] of key.entries()) {
      this.#inner[index] = byte ^ 0x36;
      this.#outer[index] = byte ^ 0x5c;
    }
  }

  /** Whether it was derived from this secret. */
  isOf(secretAccessKey: string): boolean {
    return sameSecret(this.#secret, Buffer.from(secretAccessKey));
  }

  /** 64 lower-case hexadecimal digits. `time` as `YYYYMMDDTHHMMSSZ`, `requestHash` likewise of the canonical request. */
  sign(time: string, requestHash: string): string {
    this.#inner.write(time, timeAt, "latin1");
    this.#inner.write(requestHash, this.#inner.length - hashBytes * 2, "latin1");
    this.#outer.write(sha256Hex(this.#inner), blockBytes, "hex");
    return sha256Hex(this.#outer);
  }
}
