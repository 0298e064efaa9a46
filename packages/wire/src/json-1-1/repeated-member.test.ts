import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedMember } from "./repeated-member.js";

const name = fc.constantFrom("a", "b", "__proto__", "1", ":", '"', "\\", '":"', "é");
/** Valid JSON that may name members twice, with the first name that it does. */
const { value } = fc.letrec<{ value: { text: string; repeated: string | undefined } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(name, fc.integer()).map((leaf) => ({ text: JSON.stringify(leaf), repeated: undefined })),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(" , ")}]`,
      repeated: items.find(({ repeated }) => repeated !== undefined)?.repeated,
    })),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 4 }).map((members) => {
      const seen = new Set<string>();
      let repeated: string | undefined;
      for (const [key, item] of members) {
        if (seen.has(key)) repeated ??= key;
        seen.add(key);
        repeated ??= item.repeated;
      }
      const text = members.map(([key, item]) => `${JSON.stringify(key)} : ${item.text}`).join(",");
      return { text: `{${text}}`, repeated };
    }),
  ),
}));

test("names the first member that stands twice, however its name is spelt", () => {
  fc.assert(
    fc.property(value, ({ text, repeated }) => {
      expect(repeatedMember(text, JSON.parse(text))).toBe(repeated);
    }),
    { numRuns: 2000 },
  );
  expect(repeatedMember(String.raw`{"a":1,"\u0061":2}`, { a: 2 })).toBe("a");
});
