// Header values in canonical form, and those that have none.

import { expect, it } from "vitest";
import { canonicalHeaderValue } from "./canonical-header-value.js";

it.each([
  [["a"], "a"],
  [[""], ""],
  [["  a \t b  "], "a b"],
  [["\t"], ""],
  [["a,  b", " c"], "a, b,c"],
  [["\u00fc\u00a0"], "\u00fc\u00a0"],
])("%j is %j", (values, canonical) => {
  expect(canonicalHeaderValue(values)).toBe(canonical);
});

it.each(["a\nb", "a\r", "\0", "€", "\ud800"])("%j is refused, alone and among others", (value) => {
  expect(canonicalHeaderValue([value])).toBeUndefined();
  expect(canonicalHeaderValue(["a", value])).toBeUndefined();
});
