import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyDepthMax, parseJson } from "./json.js";
import type { JsonNode } from "./json.js";

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case "object":
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
    case "array":
      return node.items.map(plain);
    case "string":
    case "number":
    case "boolean":
    case "null":
      return node.value;
  }
}

function builtIn(text: string): { readonly ok: boolean; readonly value?: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

describe("parseJson", () => {
  test("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom("", " ", "\n\t"), (text, space) => {
        const result = parseJson(space + text + space);
        // fc.json may hold lone surrogates, which we refuse.
        if (result.ok) expect(plain(result.root)).toEqual(JSON.parse(text));
        else expect(result.message).toContain("well-formed");
      }),
    );
  });

  test("refuses what JSON.parse refuses, and agrees on mutilated documents", () => {
    const document = '{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}},"n":[-1.5e3,true,null]}';
    fc.assert(
      fc.property(fc.nat(document.length), fc.nat(4), fc.string({ maxLength: 2 }), (at, drop, insert) => {
        const text = document.slice(0, at) + insert + document.slice(at + drop);
        const reference = builtIn(text);
        const result = parseJson(text);
        // The one difference: what is too large becomes infinite there and is refused here.
        if (!result.ok && result.message.includes("out of range")) return;
        expect(result.ok).toBe(reference.ok);
        if (result.ok) expect(plain(result.root)).toEqual(reference.value);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps duplicate members and prototype keys", () => {
    const result = parseJson('{"a":1,"__proto__":2,"a":3}');
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.root.kind === "object" && result.root.members.map(({ key }) => key)).toEqual([
      "a",
      "__proto__",
      "a",
    ]);
  });

  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  test.each([
    ["nothing", "", 0, "the document is empty"],
    ["white space only", " \n ", 3, "the document is empty"],
    ["a second document", "{} {}", 3, "found `{` after the end"],
    ["a byte order mark", "\ufeff{}", 0, "begins with a byte order mark"],
    ["an unquoted key", "{a:1}", 1, "where a key in double quotes belongs"],
    ["a trailing comma", '{"a":1,}', 7, "where a key in double quotes belongs"],
    ["a missing colon", '{"a" 1}', 5, "where `:` belongs after key `a`"],
    ["a missing comma", '{"a":1 "b":2}', 7, "where `,` or `}` belongs"],
    ["an open string", '{"a":"b', 5, "never closed"],
    ["a raw newline in a string", '["a\nb"]', 3, "character U+000A inside a string"],
    ["an unknown escape", String.raw`["\x41"]`, 2, String.raw`unknown escape ` + "`\\x`"],
    ["a lone surrogate", String.raw`["\ud800"]`, 1, "not well-formed Unicode"],
    ["a number out of range", "[1e999]", 1, "out of range"],
    ["a comment", "// no", 0, "found `/` where a value belongs"],
    ["too deep", nested(policyDepthMax + 2), policyDepthMax + 1, "nested deeper than 64"],
    ["very deep", "[".repeat(200_000), policyDepthMax + 1, "nested deeper than 64"],
  ])("names the place of %s", (_, text, at, message) => {
    expect(parseJson(text)).toMatchObject({ ok: false, at, message: expect.stringContaining(message) });
  });

  test("keeps where every key and node ends", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        const text = ` ${json} `;
        const result = parseJson(text);
        if (!result.ok) return;
        const check = (node: JsonNode): void => {
          expect(JSON.parse(text.slice(node.at, node.end))).toEqual(plain(node));
          if (node.kind === "array") node.items.forEach(check);
          if (node.kind !== "object") return;
          for (const { key, at, keyEnd, value } of node.members) {
            expect(JSON.parse(text.slice(at, keyEnd))).toBe(key);
            check(value);
          }
        };
        check(result.root);
      }),
    );
  });

  test("takes the deepest document that is allowed", () => {
    expect(parseJson(nested(policyDepthMax + 1))).toMatchObject({ ok: true });
  });
});
