// Bodies that decode, bodies that are refused, and hostile ones.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeJsonBody, bodyDepthMax } from "./decode-json-body.js";

const decode = (text: string) => decodeJsonBody(Buffer.from(text, "utf8"));
const nested = (depth: number) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

describe("decodeJsonBody", () => {
  it.each([
    ["", {}],
    ["{}", {}],
    [' {"A":1} ', { A: 1 }],
    ['{"A":{"A":1},"B":[{"A":1},{"A":2}]}', { A: { A: 1 }, B: [{ A: 1 }, { A: 2 }] }],
    ['{"a":"\\"a\\":","b":{},"\\\\":1}', { a: '"a":', b: {}, "\\": 1 }],
    ['{"A":1e999,"B":-0}', { A: Infinity, B: -0 }],
    ['{"A":"\\ud83d\\ude00 😀"}', { A: "😀 😀" }],
    ['{"A":"\\\\ud800"}', { A: "\\ud800" }],
    ['{"A":"[[[[{{{{\\"[["}', { A: '[[[[{{{{"[[' }],
    [nested(bodyDepthMax), JSON.parse(nested(bodyDepthMax)) as unknown],
  ])("%j", (text, value) => {
    expect(decode(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["not a JSON object", "[]"],
    ["not a JSON object", "null"],
    ["not a JSON object", '"x"'],
    ["not a JSON object", "1"],
    ["not valid JSON", " "],
    ["not valid JSON", "{"],
    ["not valid JSON", '{"A":NaN}'],
    ["not valid JSON", "\uFEFF{}"],
    ["not valid JSON", '{"A":1}x'],
    ["surrogate", '{"A":"\\ud800"}'],
    ["surrogate", '{"A":["\\uDfFf"]}'],
    ["surrogate", '{"A":{"\\uD800x":1}}'],
    ["names the member `A` twice", '{"A":1,"A":2}'],
    ["names the member `A` twice", '{"B":[{},{"A":1,"C":{"D":1},"A" : 1}]}'],
    ["names the member `A` twice", '{"A":1,"\\u0041":2}'],
    ["names the member `__proto__` twice", '{"__proto__":{},"__proto__":{}}'],
    ["nests deeper", nested(bodyDepthMax + 1)],
    ["nests deeper", "[".repeat(5_000_000)],
  ])("%s", (why, text) => {
    const body = decode(text);
    expect(body).toMatchObject({ ok: false, fault: { code: "SerializationException", kind: "common" } });
    expect(body.ok ? "" : body.fault.message).toContain(why);
  });

  it.each([[[0x7b, 0xff, 0x7d]], [[0xed, 0xa0, 0x80]], [[0xc0, 0x80]]])("bytes %j are not UTF-8", (bytes) => {
    expect(decodeJsonBody(Uint8Array.from(bytes))).toMatchObject({
      ok: false,
      fault: { message: "the body is not valid UTF-8, encode it so" },
    });
  });

  it("leaves prototypes alone", () => {
    const body = decode('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(body.ok && Object.hasOwn(body.value, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("returns what was encoded, and never throws", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ stringUnit: "grapheme" })),
        (value) => {
          const text = JSON.stringify(value);
          const body = decode(text);
          expect(body.ok && JSON.stringify(body.value)).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeJsonBody(bytes)).toHaveProperty("ok");
      }),
    );
  });
});
