// What the cache of signing keys keeps and drops, and what its names depend on.

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacKey, hmacSha256Hex } from "./hmac-sha256.js";
import { signingKeyName } from "./signing-key.js";
import { SigningKeyCache } from "./signing-key-cache.js";

const key = (byte: number) => hmacKey(Buffer.alloc(32, byte));

describe("SigningKeyCache", () => {
  it("drops the least recently used beyond its bound", () => {
    const cache = new SigningKeyCache(2);
    cache.keep("a", key(1));
    cache.keep("b", key(2));
    cache.find("a");
    cache.keep("c", key(3));
    expect([cache.find("a"), cache.find("b"), cache.find("c")].map((kept) => kept !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
    expect(cache.size).toBe(2);
  });

  it("keeps 1,000 unless told", () => {
    const cache = new SigningKeyCache();
    for (let index = 0; index < 1500; index += 1) cache.keep(String(index), key(1));
    expect(cache.size).toBe(1000);
  });

  it("keeps none where told 0", () => {
    const cache = new SigningKeyCache(0);
    cache.keep("a", key(1));
    expect(cache.size).toBe(0);
  });
});

describe("signingKeyName", () => {
  const scope = { accessKeyId: "A", date: "D", region: "R", service: "S", terminator: "aws4_request" };
  it.each(["accessKeyId", "date", "region", "service"] as const)("depends on %s", (part) => {
    expect(signingKeyName("secret", { ...scope, [part]: "X" })).not.toBe(signingKeyName("secret", scope));
  });
  it("depends on the secret and does not hold it", () => {
    expect(signingKeyName("secret2", scope)).not.toBe(signingKeyName("secret", scope));
    expect(signingKeyName("secret", scope)).not.toContain("secret");
  });
});

describe("hmacSha256Hex", () => {
  it("agrees with Node's HMAC", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: "binary-ascii" }), (bytes, text) => {
        expect(hmacSha256Hex(hmacKey(bytes), text)).toBe(
          createHmac("sha256", bytes).update(text).digest("hex"),
        );
      }),
    );
  });
  it("refuses a key longer than a block", () => {
    expect(() => hmacKey(Buffer.alloc(65))).toThrow(RangeError);
  });
});
