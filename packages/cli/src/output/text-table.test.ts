import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { fakeTerminal } from "./report.fixture.js";
import { textTable } from "./text-table.js";

describe("a narrow terminal", () => {
  const rows = [
    ["policy.json:1:14", "unknown service `Lex`; did you mean `lex`?"],
    ["x", "short"],
  ];
  test("wraps the widest column at spaces", () => {
    expect(textTable(rows, fakeTerminal({ columns: 45 }))).toMatchInlineSnapshot(`
      "policy.json:1:14  unknown service \`Lex\`; did
                        you mean \`lex\`?
      x                 short"
    `);
  });

  test("breaks words that are wider than the column, between characters", () => {
    const text = textTable([["a", "日本語".repeat(10)]], fakeTerminal({ columns: 25 }));
    expect(text.split("\n").map((line) => stringWidth(line))).toEqual([25, 25, 19]);
  });

  test("a pipe has no width", () => {
    expect(textTable(rows, fakeTerminal()).split("\n")).toHaveLength(2);
  });

  test("no line is wider than the terminal where columns can give way, and no text is lost", () => {
    const cell = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "語", "é"), minLength: 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }),
        fc.integer({ min: 64, max: 120 }),
        (rows, columns) => {
          const texts = rows.map((row) => row.map((words) => words.join(" ")));
          const text = textTable(texts, fakeTerminal({ columns }));
          for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          const letters = (all: string): string => Array.from(all.replaceAll(/\s/g, "")).toSorted().join("");
          expect(letters(text)).toBe(letters(texts.flat().join("")));
        },
      ),
    );
  });
});

test("colours what is meant, line by line", () => {
  const cell = { text: "aaaa ".repeat(6).trim(), tone: "bad" } as const;
  expect(textTable([[cell]], fakeTerminal({ columns: 20 })).split("\n")).toEqual([
    "<red>aaaa aaaa aaaa aaaa</red>",
    "<red>aaaa aaaa</red>",
  ]);
});
