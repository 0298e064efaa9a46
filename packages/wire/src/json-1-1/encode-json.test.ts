// Answers and errors as AWS JSON 1.1 spells them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeJsonError } from "./encode-json-error.js";
import { encodeJsonOutput } from "./encode-json-output.js";
import { jsonContentType } from "./json-content-type.js";

describe("encodeJsonOutput", () => {
  it.each([
    [undefined, ""],
    [{}, "{}"],
    [{ At: new Date(1596733923456) }, '{"At":1596733923.456}'],
    [{ At: new Date(1596733923000) }, '{"At":1596733923}'],
    [{ List: [{ At: new Date(1) }], None: undefined }, '{"List":[{"At":0.001}]}'],
    [{ A: 'ü\u2028"', B: 1, C: false }, '{"A":"ü\u2028\\"","B":1,"C":false}'],
  ])("%j", (output, text) => {
    expect(encodeJsonOutput(output)).toBe(text);
  });

  it("keeps a member that is named like a prototype", () => {
    expect(encodeJsonOutput(JSON.parse('{"__proto__":1}') as object)).toBe('{"__proto__":1}');
  });

  it("is what JSON.stringify makes of everything but dates", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined })), (output) => {
        expect(encodeJsonOutput(output)).toBe(JSON.stringify(output));
      }),
    );
  });

  it("throws on an invalid date", () => {
    expect(() => encodeJsonOutput({ At: new Date(Number.NaN) })).toThrow(RangeError);
  });

  it("has its content type", () => {
    expect(jsonContentType).toBe("application/x-amz-json-1.1");
  });
});

describe("encodeJsonError", () => {
  it.each([
    [
      { kind: "modelled", code: "PolicyNotFoundException", message: "m" },
      '{"__type":"PolicyNotFoundException","Message":"m"}',
    ],
    [
      { kind: "modelled", code: "InvalidInputException", message: "m", reason: "INVALID_ENUM" },
      '{"__type":"InvalidInputException","Message":"m","Reason":"INVALID_ENUM"}',
    ],
    [
      { kind: "common", code: "SerializationException", message: "m" },
      '{"__type":"SerializationException","message":"m"}',
    ],
  ] as const)("%j", (error, text) => {
    expect(encodeJsonError(error)).toBe(text);
  });
});
