import { aiOptOutCharactersMax } from "@withhold/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aiOptOutType } from "../paths.js";
import { beginningOf, findingsOf, firstObstacle, formattedText, sizeOf, storedText } from "./policy-text.js";

const control = "SERVICE_CONTROL_POLICY";

describe("findingsOf", () => {
  it("lints opt-out policies, parses types that merge, and reads the syntax of the others", () => {
    const optIn = '{"services":{"default":{"opt_out_policy":{"@@assign":"optIn"}}}}';
    expect(findingsOf(aiOptOutType, optIn).map(({ rule }) => rule)).toContain("opts-in-default");
    expect(findingsOf("TAG_POLICY", '{"tags":{"a":3}}').map(({ rule }) => rule)).toEqual([
      "missing-operator",
    ]);
    expect(findingsOf(control, '{"tags":{"a":3}}')).toEqual([]);
    expect(findingsOf(control, '{\n"a"')).toMatchObject([
      { rule: "json-syntax", position: { line: 2, column: 4 } },
    ]);
  });
});

describe("firstObstacle", () => {
  it("is an error, and none that the server may see otherwise", () => {
    const unknown = '{"services":{"acme":{"opt_out_policy":{"@@assign":"optOut"}}}}';
    expect(findingsOf(aiOptOutType, unknown).map(({ severity }) => severity)).toContain("error");
    expect(firstObstacle(findingsOf(aiOptOutType, unknown))).toBeUndefined();
    expect(firstObstacle(findingsOf(aiOptOutType, beginningOf(aiOptOutType)))?.rule).toBe("sets-nothing");
  });
});

describe("sizeOf", () => {
  it("counts as the API does", () => {
    expect(sizeOf(aiOptOutType, '{ "🦆": 1 }')).toEqual({
      written: 10,
      minified: 7,
      max: aiOptOutCharactersMax,
    });
    expect(sizeOf(control, "{")).toEqual({ written: 1, minified: undefined, max: undefined });
  });
});

describe("storedText", () => {
  it("is as written, or minified where it can be", () => {
    expect(storedText('{ "a": 1 }', false)).toBe('{ "a": 1 }');
    expect(storedText('{ "a": 1 }', true)).toBe('{"a":1}');
    expect(storedText("{ a", true)).toBe("{ a");
  });
});

describe("formattedText", () => {
  it("keeps what the document says, in lines", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(formattedText(control, text) ?? "")).toEqual(JSON.parse(text));
      }),
    );
    expect(formattedText(control, '{"a":[1,{"b":[2,3]}],"a":"x, {y}"}')).toBe(
      '{\n  "a": [\n    1,\n    {\n      "b": [2, 3]\n    }\n  ],\n  "a": "x, {y}"\n}\n',
    );
    expect(formattedText(aiOptOutType, "{")).toBeUndefined();
  });
});
