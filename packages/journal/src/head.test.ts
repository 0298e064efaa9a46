// The written form of a head.

import { expect, test } from "vitest";
import { formatHead, genesis, parseHead } from "./head.js";

const hash = "0123456789abcdef".repeat(4);

test("a head is read back from what it is written as", () => {
  expect(formatHead({ revision: 42, hash })).toBe(`42:${hash}`);
  expect(parseHead(`42:${hash}`)).toStrictEqual({ revision: 42, hash });
  expect(parseHead(`42:${hash.toUpperCase()}`)).toStrictEqual({ revision: 42, hash });
  expect(parseHead(formatHead(genesis))).toStrictEqual(genesis);
});

test.each([
  "",
  "42",
  hash,
  `-1:${hash}`,
  `01:${hash}`,
  `1.5:${hash}`,
  `1:${hash}0`,
  `1:${hash.slice(1)}g`,
  ` 1:${hash}`,
  `9007199254740992:${hash}`,
])("`%s` is not a head", (text) => {
  expect(parseHead(text)).toBeUndefined();
});
