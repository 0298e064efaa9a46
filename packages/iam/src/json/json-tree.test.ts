import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "./json-tree.js";
import type { JsonTree } from "./json-tree.js";

function plain(tree: JsonTree): unknown {
  switch (tree.kind) {
    case "object":
      return Object.fromEntries(tree.members.map(({ key, value }) => [key, plain(value)]));
    case "array":
      return tree.items.map(plain);
    case "string":
      return tree.text;
    case "number":
    case "boolean":
      return JSON.parse(tree.text);
    case "null":
      return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("readJson", () => {
  test("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const reading = readJson(` ${text}\n`);
        if (reading.ok) expect(plain(reading.root)).toEqual(JSON.parse(text));
        else expect(reading.message).toContain("surrogate");
      }),
    );
  });

  test("refuses what JSON.parse refuses", () => {
    const document =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","x":[-1.5e3,true,null,"\\u00e4"]}]}';
    fc.assert(
      fc.property(fc.nat(document.length), fc.nat(4), fc.string({ maxLength: 2 }), (at, drop, insert) => {
        const text = document.slice(0, at) + insert + document.slice(at + drop);
        expect(readJson(text).ok).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("keeps every member and its place, and every digit", () => {
    const text = '{"a":1,\n "a":12345678901234567890}';
    expect(readJson(text)).toEqual({
      ok: true,
      root: {
        kind: "object",
        at: 0,
        members: [
          { key: "a", at: 1, value: { kind: "number", at: 5, text: "1" } },
          { key: "a", at: 9, value: { kind: "number", at: 13, text: "12345678901234567890" } },
        ],
      },
    });
  });

  test.each([
    ["a trailing comma", '{"a":1,}', 7, "a key in double quotes"],
    ["a missing colon", '{"a" 1}', 5, "`:` belongs"],
    ["a missing comma", "[1 2]", 3, "`,` or `]`"],
    ["a comment", "// no", 0, "a value belongs here"],
    ["a raw newline in a string", '["a\nb"]', 1, "must be escaped"],
    ["a lone surrogate", String.raw`["\ud800"]`, 1, "surrogate"],
    ["a byte order mark", "\ufeff{}", 0, "a value belongs here"],
    ["too deep", "[".repeat(50), 33, "nested deeper"],
  ])("names the place of %s", (_, text, at, message) => {
    expect(readJson(text)).toMatchObject({ ok: false, at, message: expect.stringContaining(message) });
  });
});
