// What the cache of signers keeps and drops.

import { describe, expect, it } from "vitest";
import { readSigner } from "./signer.js";
import { SignerCache } from "./signer-cache.js";
import type { KnownSigner } from "./signer-cache.js";
import { SigningKey } from "./signing-key.js";

const read = readSigner("A/20261123/us-east-1/sts/aws4_request", "host");
if (!read.ok) throw new Error(read.fault.message);
const known: KnownSigner = { signer: read.value, key: new SigningKey("secret", read.value.scope) };

describe("SignerCache", () => {
  it("drops the least recently used beyond its bound", () => {
    const cache = new SignerCache(2);
    cache.keep("a", known);
    cache.keep("b", known);
    cache.find("a");
    cache.keep("c", known);
    expect(["a", "b", "c"].map((words) => cache.find(words) !== undefined)).toEqual([true, false, true]);
    expect(cache.size).toBe(2);
  });

  it("keeps 1,000 unless told", () => {
    const cache = new SignerCache();
    for (let index = 0; index < 1500; index += 1) cache.keep(String(index), known);
    expect(cache.size).toBe(1000);
  });

  it("keeps none where told 0", () => {
    const cache = new SignerCache(0);
    cache.keep("a", known);
    expect(cache.size).toBe(0);
  });
});
