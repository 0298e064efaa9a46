import fc from "fast-check";
import { expect, test } from "vitest";
import { compileGlob } from "./glob.js";
import type { GlobReach } from "./glob.js";
import { readTemplate } from "./template.js";

const glob = (pattern: string, reach: GlobReach) => compileGlob(readTemplate(pattern, false)!, reach);

/** What a wildcard stands for, written as a regular expression. */
function expression(pattern: string, reach: GlobReach): RegExp {
  let colons = 0;
  const characters = Array.from(pattern);
  const source = characters.map((character, index) => {
    if (character === ":") colons += 1;
    const next = characters[index + 1];
    const ends = reach === "segments" && character === "*" && (next === undefined || next === ":");
    const any = reach === "free" || ends || (reach === "arn" && colons >= 5) ? "[^]" : "[^:]";
    if (character === "*") return `${any}*`;
    return character === "?" ? any : character;
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

const word = fc
  .array(fc.constantFrom("a", "b", ":", "/", "😀"), { maxLength: 12 })
  .map((list) => list.join(""));
const pattern = fc
  .array(fc.constantFrom("a", "b", ":", ":", "*", "*", "?", "/", "😀"), { maxLength: 10 })
  .map((list) => list.join(""));

test.each(["free", "segments", "arn"] as const)(
  "%s: matches what the regular expression matches",
  (reach) => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(pattern, word, (pattern, text) => {
        const expected = expression(pattern, reach).test(text);
        seen.add(expected);
        expect(glob(pattern, reach)(text)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
    expect(seen.size).toBe(2);
  },
);

test.each(["free", "segments"] as const)("%s: matches a text that was made from its pattern", (reach) => {
  const run = reach === "free" ? word : word.map((text) => text.replaceAll(":", ""));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a:", "b", "/:", "ab"), run)), (pieces) => {
      const pattern = pieces.map(([literal]) => `${literal}*`).join("");
      const text = pieces.map(([literal, filling]) => literal + filling).join("");
      expect(glob(pattern, reach)(text)).toBe(true);
    }),
  );
});

test.each([
  ["segments", "*:a*b", ":a:ab", true],
  ["segments", "*:a*b", ":a:a:b", false],
  ["free", "ab*ba", "aba", false],
  ["free", "a*b*b", "ab", false],
  ["free", "a*b*b", "abb", true],
  ["free", "*ab*ab*", "xaby", false],
  ["arn", "arn:p:s:r:*:x", "arn:p:s:r:1:2:x", false],
  ["arn", "arn:p:s:r:1:a*z", "arn:p:s:r:1:a:z", true],
  ["arn", "arn:p:s:r:1:a?z", "arn:p:s:r:1:a:z", true],
  ["arn", "arn:p:s:r:?:az", "arn:p:s:r:::az", false],
] as const)("%s: %s and %s", (reach, pattern, text, expected) => {
  expect(expression(pattern, reach).test(text)).toBe(expected);
  expect(glob(pattern, reach)(text)).toBe(expected);
});

test("many runs take no time that multiplies", () => {
  const matches = glob(`${"*a".repeat(500)}*b`, "free");
  expect(matches("a".repeat(5000))).toBe(false);
});
