import { describe, expect, test } from "vitest";
import { extendCatalogue } from "./catalogue.js";
import { parsePolicy } from "./parse-policy.js";

describe("the catalogue file", () => {
  const ours = extendCatalogue('{"services":{"acme-summaries":"Acme Summaries"}}');
  const type = "AISERVICES_OPT_OUT_POLICY";
  test("adds services that policies may then name", () => {
    const text = '{"services":{"acme-summaries":{"opt_out_policy":{"@@assign":"optOut"}}}}';
    expect(ours.ok && parsePolicy(text, { type, catalogue: ours.catalogue }).findings).toEqual([]);
    expect(parsePolicy(text, { type }).valid).toBe(false);
  });
  test.each([
    ["broken JSON", "{", "line 1, column 2"],
    ["another shape", '{"service":{}}', "under the single key `services`"],
    ["default", '{"services":{"default":"x"}}', "`default` is already known"],
    ["a service of AWS", '{"services":{"lex":"x"}}', "`lex` is already known"],
    [
      "a duplicate",
      '{"services":{"acme":"x",\n"acme":"y"}}',
      "line 2, column 1: service `acme` is already known",
    ],
    ["a key of another form", '{"services":{"Acme":"x"}}', "lower-case letters"],
    ["a prototype key", '{"services":{"__proto__":"x"}}', "lower-case letters"],
    ["no name", '{"services":{"acme":""}}', "expected a display name"],
    ["an object", '{"services":{"acme":{}}}', "expected a display name"],
  ])("refuses %s", (_, text, message) => {
    expect(extendCatalogue(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});
