// Page tokens open for the listing that they were made for, and for nothing else.

import fc from "fast-check";
import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openPage, sealPage } from "./page-token.js";
import type { Listing } from "./page-token.js";

const key = createSecretKey(Buffer.alloc(32, 1));
const otherKey = createSecretKey(Buffer.alloc(32, 2));
const listing: Listing = {
  accountId: "111111111111",
  operation: "ListPolicies",
  input: { Filter: "AISERVICES_OPT_OUT_POLICY", MaxResults: 5 },
};
const token = sealPage(key, listing, 20);
const filtered = (input: Listing["input"]): Listing => ({ ...listing, input });

describe("a page token", () => {
  test("opens to its place", () => {
    expect(openPage(key, listing, token)).toBe(20);
    expect(token).toMatch(/^[\w-]{32}$/);
  });

  test.each<readonly [string, Listing]>([
    ["another page size", filtered({ Filter: "AISERVICES_OPT_OUT_POLICY", MaxResults: 1 })],
    ["no page size", filtered({ Filter: "AISERVICES_OPT_OUT_POLICY" })],
    ["itself in the input", filtered({ Filter: "AISERVICES_OPT_OUT_POLICY", NextToken: token })],
  ])("opens with %s", (_, same) => {
    expect(openPage(key, same, token)).toBe(20);
  });

  test.each<readonly [string, Listing]>([
    ["another account", { ...listing, accountId: "111111111112" }],
    ["another operation", { ...listing, operation: "ListPoliciesForTarget" }],
    ["another filter", filtered({ Filter: "TAG_POLICY", MaxResults: 5 })],
    ["no filter", filtered({ MaxResults: 5 })],
    ["one more filter", filtered({ Filter: "AISERVICES_OPT_OUT_POLICY", TargetId: "r-root" })],
  ])("does not open for %s", (_, other) => {
    expect(openPage(key, other, token)).toBeUndefined();
  });

  test.each([
    ["cut", token.slice(0, -1)],
    ["cut by a whole byte group", token.slice(0, -4)],
    ["empty", ""],
    ["longer", `${token}AAAA`],
    ["padded", `${token}=`],
    ["in the other base64 alphabet", sealPage(key, listing, 0xff_ff_ff_ff_ff).replaceAll("_", "/")],
    ["with a character that decoders skip", `${token.slice(0, 5)}\n${token.slice(5)}`],
    ["of the same length, of nothing but letters", "A".repeat(32)],
    ["with the place of another token", sealPage(key, listing, 40).slice(0, 8) + token.slice(8)],
    ["a bare place", "20"],
  ])("does not open when it is %s", (_, forged) => {
    expect(forged).not.toBe(token);
    expect(openPage(key, listing, forged)).toBeUndefined();
  });

  test("does not open under another key", () => {
    expect(openPage(otherKey, listing, token)).toBeUndefined();
  });

  const place = fc.nat({ max: 2 ** 31 - 1 });
  const anyListing: fc.Arbitrary<Listing> = fc.record({
    accountId: fc.string(),
    operation: fc.string(),
    input: fc.dictionary(fc.constantFrom("Filter", "TargetId", "ParentId"), fc.string()),
  });

  test("opens to every place that it is made of, for its listing", () => {
    fc.assert(
      fc.property(anyListing, place, (any, at) => {
        expect(openPage(key, any, sealPage(key, any, at))).toBe(at);
      }),
    );
  });

  test("never opens for another listing", () => {
    fc.assert(
      fc.property(anyListing, anyListing, place, (one, other, at) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(openPage(key, other, sealPage(key, one, at))).toBeUndefined();
      }),
    );
  });

  test("never opens with one character changed", () => {
    fc.assert(
      fc.property(
        place,
        fc.nat({ max: 31 }),
        fc.constantFrom("A", "z", "0", "9", "-", "_"),
        (at, index, character) => {
          const genuine = sealPage(key, listing, at);
          fc.pre(genuine[index] !== character);
          const changed = genuine.slice(0, index) + character + genuine.slice(index + 1);
          expect(openPage(key, listing, changed)).toBeUndefined();
        },
      ),
    );
  });
});
