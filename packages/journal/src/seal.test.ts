// Sealed secrets open under their own key and name, and otherwise not at all.

import { createHmac, createSecretKey } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deriveKey } from "./derive-key.js";
import { Sealing, seal, SealBroken, unseal } from "./seal.js";

const key = createSecretKey(Buffer.alloc(32, 7));
function hmac(key: Buffer, data: Buffer): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
const name = fc.string({ unit: "grapheme", minLength: 1 });

test("what was sealed opens under the same key and name", () => {
  fc.assert(
    fc.property(name, fc.uint8Array(), (name, secret) => {
      expect(unseal(key, name, seal(key, name, secret)).equals(secret)).toBe(true);
    }),
  );
});

test("what was sealed piece by piece opens as one", () => {
  fc.assert(
    fc.property(name, fc.array(fc.uint8Array()), (name, pieces) => {
      const sealing = new Sealing(key, name);
      for (const piece of pieces) sealing.add(piece);
      expect(unseal(key, name, sealing.finish()).equals(Buffer.concat(pieces))).toBe(true);
    }),
  );
});

test("one changed bit, a cut or an added byte breaks the seal", () => {
  fc.assert(
    fc.property(name, fc.uint8Array(), fc.nat(), (name, secret, at) => {
      const sealed = seal(key, name, secret);
      const flipped = Buffer.from(sealed);
      flipped[at % flipped.length]! ^= 1 << (at % 8);
      for (const changed of [
        flipped,
        sealed.subarray(0, at % sealed.length),
        Buffer.concat([sealed, Buffer.of(0)]),
      ]) {
        expect(() => unseal(key, name, changed)).toThrow(SealBroken);
      }
    }),
  );
});

test("a seal opens under no other name and no other key", () => {
  fc.assert(
    fc.property(name, name, (name, other) => {
      fc.pre(name !== other);
      expect(() => unseal(key, other, seal(key, name, Buffer.from("secret")))).toThrow(SealBroken);
    }),
  );
  const sealed = seal(key, "n", Buffer.from("secret"));
  expect(() => unseal(createSecretKey(Buffer.alloc(32, 8)), "n", sealed)).toThrow(SealBroken);
});

test("no two seals are alike, and none shows its secret", () => {
  const secret = Buffer.from("a secret of some length");
  expect(seal(key, "n", secret).equals(seal(key, "n", secret))).toBe(false);
  expect(seal(key, "n", secret).includes(secret)).toBe(false);
});

test("derived keys differ by purpose and by sealing key, stay the same otherwise, and do not print", () => {
  const bytes = (seed: number, purpose: Parameters<typeof deriveKey>[1]) =>
    deriveKey(createSecretKey(Buffer.alloc(32, seed)), purpose)
      .export()
      .toString("hex");
  expect(
    new Set([bytes(7, "page-tokens"), bytes(7, "secrets"), bytes(7, "sessions"), bytes(8, "sessions")]).size,
  ).toBe(4);
  expect(bytes(7, "sessions")).toBe(bytes(7, "sessions"));
  expect(bytes(7, "sessions")).toHaveLength(64);
  expect(inspect(deriveKey(key, "sessions"))).not.toContain(bytes(7, "sessions"));
});

test("derived keys never change: sealed secrets and sessions outlive an upgrade", () => {
  // HKDF-SHA256 by RFC 5869: extract with an empty salt, expand with the info and a counter byte of 1.
  const info = Buffer.from("withhold/v1/secrets\u0001");
  const extracted = hmac(Buffer.alloc(32), Buffer.alloc(32, 7));
  expect(deriveKey(key, "secrets").export().equals(hmac(extracted, info))).toBe(true);
});
