import { describe, expect, test } from "vitest";
import { contentLines, contentText } from "./content-lines.js";
import { aiOptOutType } from "../paths.js";

const optIn = '{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}';

describe("the text that is shown", () => {
  test("is indented for reading, or as it was stored", () => {
    expect(contentText(optIn, "formatted").split("\n")).toHaveLength(9);
    expect(contentText(optIn, "stored")).toBe(optIn);
  });

  test.each([
    ["no JSON", '{"services":'],
    ["a doubled key", '{"a":1,"a":2}'],
    ["numeric keys out of order", '{"2":{},"1":{}}'],
    ["escapes", String.raw`{"a":"\u0041"}`],
    ["a number that JSON would write otherwise", '{"a":1.0}'],
  ])("stays as it is stored where indenting would change it: %s", (_, stored) => {
    expect(contentText(stored, "formatted")).toBe(stored);
  });

  test("keeps white space inside strings", () => {
    expect(contentText(String.raw`{"a":"x \" y"}`, "formatted")).toBe('{\n  "a": "x \\" y"\n}');
  });
});

describe("findings stand at their lines", () => {
  const found = (stored: string, form: "formatted" | "stored", type: string): readonly string[] =>
    contentLines(stored, form, type).flatMap(({ number, findings }) =>
      findings.map(({ rule }) => `${number} ${rule}`),
    );

  test("of the text that is shown", () => {
    expect(found(optIn, "formatted", aiOptOutType)).toEqual(["4 opts-in"]);
    expect(found(optIn, "stored", aiOptOutType)).toEqual(["1 opts-in"]);
  });

  test("past the end, at the last line", () => {
    expect(found('{"services":{}\n', "stored", aiOptOutType)).toEqual(["1 json-syntax"]);
  });

  test("the size counts as it is stored, not as it is indented", () => {
    const entries = Array.from(
      { length: 35 },
      (_, index) => `"s${index}":{"opt_out_policy":{"@@assign":"optOut"}}`,
    );
    const stored = `{"services":{${entries.join(",")}}}`;
    expect(stored.length).toBeLessThan(2500);
    expect(contentText(stored, "formatted").length).toBeGreaterThan(2500);
    expect(found(stored, "formatted", aiOptOutType)).not.toContain("1 size-limit");
    const tooLong = stored + " ".repeat(2500);
    expect(found(tooLong, "formatted", aiOptOutType)).toContain("1 size-limit");
  });

  test("of types that do not merge there are none", () => {
    expect(found("{", "stored", "SERVICE_CONTROL_POLICY")).toEqual([]);
    expect(found("{", "stored", "TAG_POLICY")).toEqual(["1 json-syntax"]);
  });
});
