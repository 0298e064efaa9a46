import { positionAt } from "@withhold/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetAt, tokenEnd } from "./offset-at.js";

describe("offsetAt", () => {
  it("finds the place that a position names", () => {
    const text = fc.string({ unit: fc.constantFrom("a", '"', "\n", "\r", "\r\n", "é") });
    fc.assert(
      fc.property(text, fc.nat(40), (text, at) => {
        const position = positionAt(text, at);
        expect(positionAt(text, offsetAt(text, position))).toEqual(position);
        expect(offsetAt(text, position)).toBe(Math.min(at, text.length));
      }),
    );
  });

  it("stays within the text", () => {
    expect(offsetAt("a\nb", { line: 9, column: 9 })).toBe(3);
  });
});

describe("tokenEnd", () => {
  it.each([
    ['{"a\\"b": 1}', 1, 7],
    ['{"a": optOut}', 6, 12],
    ['{"open', 1, 6],
    ["{}", 0, 1],
    ["", 0, 0],
    ["a\nb", 1, 1],
  ])("%j from %i", (text, at, end) => {
    expect(tokenEnd(text, at)).toBe(end);
  });
});
