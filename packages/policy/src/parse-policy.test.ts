import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeFinding } from "./finding.js";
import { characterCount, parsePolicy } from "./parse-policy.js";

const type = "AISERVICES_OPT_OUT_POLICY";
const errors = (text: string): string[] => parsePolicy(text, { type }).findings.map(describeFinding);
const setting = (json: string): string => `{"services":{"lex":{"opt_out_policy":${json}}}}`;

describe("what is accepted", () => {
  test.each([
    ["a choice", setting('{"@@assign":"optOut"}')],
    ["opt in", setting('{"@@assign":"optIn"}')],
    ["a lock without a value", setting('{"@@operators_allowed_for_child_policies":["@@none"]}')],
    [
      "an explicit @@all",
      setting('{"@@operators_allowed_for_child_policies":["@@all"],"@@assign":"optOut"}'),
    ],
    ["default", '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}'],
    [
      "locks at all three levels",
      '{"services":{"@@operators_allowed_for_child_policies":["@@none"],"default":{"@@operators_allowed_for_child_policies":["@@none"],"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@assign"],"@@assign":"optOut"}}}}',
    ],
  ])("%s", (_, text) => {
    expect(errors(text)).toEqual([]);
  });

  test("an unconfirmed service, with a warning", () => {
    const parsed = parsePolicy('{"services":{"glue":{"opt_out_policy":{"@@assign":"optOut"}}}}', { type });
    expect(parsed.valid).toBe(true);
    expect(parsed.findings).toMatchObject([{ rule: "unconfirmed-service", severity: "warning" }]);
  });
});

describe("what is refused, by place, finding and remedy", () => {
  test.each([
    ["not JSON", "{", "$ (line 1, column 2): found the end of the text where a key"],
    ["an array", "[]", "$ (line 1, column 1): found an empty array; a policy is one JSON object"],
    ["an empty object", "{}", "$ (line 1, column 1): key `services` is missing"],
    [
      "wrong case at the top",
      '{"Services":{}}',
      "$.Services (line 1, column 2): unknown key `Services`; did you mean `services`?",
    ],
    [
      "an unknown key at the top",
      '{"version":{}, "services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}',
      "$.version (line 1, column 2): unknown key `version`; only `services` may stand here",
    ],
    ["no services", '{"services":{}}', "no service is named; add `default`"],
    [
      "only a lock under services",
      '{"services":{"@@operators_allowed_for_child_policies":["@@none"]}}',
      "no service is named",
    ],
    [
      "an unknown service",
      '{"services":{"chatgpt":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      "unknown service `chatgpt`; name a service of the catalogue",
    ],
    [
      "a near miss",
      '{"services":{"recognition":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      "unknown service `recognition`; did you mean `rekognition`?",
    ],
    [
      "wrong case of a service",
      '{\n  "services": {\n    "Lex": {"opt_out_policy":{"@@assign":"optOut"}}\n  }\n}',
      "$.services.Lex (line 3, column 5): unknown service `Lex`; did you mean `lex`?",
    ],
    [
      "hyphens in a service",
      '{"services":{"contact-lens":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      "did you mean `contactlens`?",
    ],
    [
      "a prototype key",
      '{"services":{"__proto__":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      "unknown service `__proto__`",
    ],
    ["a missing level", '{"services":{"lex":{"@@assign":"optOut"}}}', "`@@assign` cannot stand here"],
    [
      "no opt_out_policy",
      '{"services":{"lex":{}}}',
      "$.services.lex (line 1, column 14): key `opt_out_policy` is missing",
    ],
    [
      "the plural that the documentation slips into",
      '{"services":{"lex":{"opt_out_policies":{"@@assign":"optOut"}}}}',
      "did you mean `opt_out_policy`?",
    ],
    ["an invented level", setting('{"value":{"@@assign":"optOut"}}'), "unknown key `value`"],
    ["an empty setting", setting("{}"), "nothing is set here"],
    [
      "wrong case of a value",
      setting('{"@@assign":"optout"}'),
      'found `"optout"`; did you mean `"optOut"`? Case counts',
    ],
    ["another value", setting('{"@@assign":"never"}'), 'write `"optOut"` or `"optIn"`'],
    ["a boolean", setting('{"@@assign":true}'), 'found `true`; write `"optOut"` or `"optIn"`'],
    ["a list", setting('{"@@assign":["optOut"]}'), 'write `"optOut"` or `"optIn"`'],
    ["@@append", setting('{"@@append":["optOut"]}'), "`@@append` is not part of this policy type"],
    ["@@remove", setting('{"@@remove":["optOut"]}'), "`@@remove` is not part of this policy type"],
    ["an unknown operator", setting('{"@@enforced_for":["x"]}'), "unknown operator `@@enforced_for`"],
    [
      "wrong case of an operator",
      setting('{"@@Assign":"optOut"}'),
      "unknown operator `@@Assign`; did you mean `@@assign`?",
    ],
    [
      "the effective form",
      setting('"optOut"'),
      'write `{"@@assign": "optOut"}` (this is how an effective policy reads',
    ],
    [
      "a duplicate key",
      '{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut","@@assign":"optIn"}}}}',
      "$.services.lex.opt_out_policy['@@assign'] (line 1, column 59): key `@@assign` stands twice",
    ],
    [
      "a lock that is no array",
      setting('{"@@operators_allowed_for_child_policies":"@@none","@@assign":"optOut"}'),
      'found `"@@none"`; write an array such as',
    ],
    [
      "an empty lock",
      setting('{"@@operators_allowed_for_child_policies":[],"@@assign":"optOut"}'),
      "found an empty array",
    ],
    [
      "@@none with company",
      setting('{"@@operators_allowed_for_child_policies":["@@none","@@assign"],"@@assign":"optOut"}'),
      "`@@none` stands alone",
    ],
    [
      "a lock that allows @@append",
      setting('{"@@operators_allowed_for_child_policies":["@@append"],"@@assign":"optOut"}'),
      '`@@append` is not part of this policy type; write `["@@assign"]` or `["@@none"]`',
    ],
    [
      "a lock that allows every operator by name",
      setting('{"@@operators_allowed_for_child_policies":["@@assign","@@append","@@remove"]}'),
      '`@@append` is not part of this policy type; write `["@@assign"]`',
    ],
    [
      "a repeated member of a lock",
      setting('{"@@operators_allowed_for_child_policies":["@@assign","@@assign"]}'),
      "`@@assign` stands twice in this array",
    ],
    [
      "a misspelt lock value",
      setting('{"@@operators_allowed_for_child_policies":["@@non"],"@@assign":"optOut"}'),
      "did you mean `@@none`?",
    ],
    [
      "a lock at the top",
      '{"@@operators_allowed_for_child_policies":["@@none"],"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      "belongs under `services`, a service or `opt_out_policy`, not here",
    ],
  ])("%s", (_, text, message) => {
    expect(parsePolicy(text, { type }).valid).toBe(false);
    expect(errors(text).join("\n")).toContain(message);
  });

  test("reports everything that is wrong at once, in the order of the text", () => {
    const text =
      '{"services":{"Lex":{"opt_out_policy":{"@@assign":"OPTOUT"}},"poly":{"opt_out_policy":{"@@assign":"optIn"}}}}';
    expect(parsePolicy(text, { type }).findings.map(({ rule }) => rule)).toEqual([
      "unknown-service",
      "wrong-value",
      "unknown-service",
    ]);
  });

  // One mistake, one finding: what cannot be read is not also said to be missing.
  test.each([
    [
      "the effective form",
      setting('"optOut"'),
      '$.services.lex.opt_out_policy (line 1, column 21): found `"optOut"` without an operator; write `{"@@assign": "optOut"}` (this is how an effective policy reads, and that form cannot be attached)',
    ],
    [
      "another form of a setting",
      setting("[]"),
      '$.services.lex.opt_out_policy (line 1, column 21): found an empty array without an operator; write `{"@@assign": "optOut"}`',
    ],
    [
      "a list of services",
      '{"services":[]}',
      "$.services (line 1, column 2): found an empty array; an object with services belongs here",
    ],
    [
      "a choice for a service",
      '{"services":{"lex":"optOut"}}',
      '$.services.lex (line 1, column 14): found `"optOut"`; an object with `opt_out_policy` belongs here',
    ],
    [
      "an unknown key with a plain value",
      '{"Version":"1","services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}',
      "$.Version (line 1, column 2): unknown key `Version`; only `services` may stand here",
    ],
    [
      "a misspelt operator",
      setting('{"@@asign":"optOut"}'),
      "$.services.lex.opt_out_policy['@@asign'] (line 1, column 39): unknown operator `@@asign`; did you mean `@@assign`?",
    ],
    [
      "an operator without its signs",
      setting('{"assign":"optOut"}'),
      "$.services.lex.opt_out_policy.assign (line 1, column 39): unknown key `assign`; did you mean `@@assign`?",
    ],
    [
      "an object as value",
      setting('{"@@assign":{}}'),
      "$.services.lex.opt_out_policy['@@assign'] (line 1, column 50): found an empty object; `@@assign` takes a single value or an array of them",
    ],
    [
      "a list that cannot be read",
      setting('{"@@assign":[{}]}'),
      "$.services.lex.opt_out_policy['@@assign'][0] (line 1, column 51): found an empty object; a list holds single values only",
    ],
    [
      "a missing level",
      '{"services":{"lex":{"@@assign":"optOut"}}}',
      "$.services.lex['@@assign'] (line 1, column 21): `@@assign` cannot stand here; values are set under `services.<service>.opt_out_policy`",
    ],
    [
      "an unknown operator for all services",
      '{"services":{"@@enforced_for":["x"]}}',
      "$.services['@@enforced_for'] (line 1, column 14): unknown operator `@@enforced_for`; keys with `@@` are kept for operators",
    ],
  ])("%s, in one finding", (_, text, finding) => {
    expect(errors(text)).toEqual([finding]);
  });

  test("stays small on hostile text: at most 100 findings, and still invalid", () => {
    const text = `{${Array.from({ length: 5000 }, () => '"x":1').join(",")}}`;
    const parsed = parsePolicy(text, { type });
    expect(parsed.findings).toHaveLength(100);
    expect(parsed.valid).toBe(false);
  });
});

describe("the size limit", () => {
  const padded = (length: number): string => setting('{"@@assign":"optOut"}').padEnd(length);
  const valid = (text: string): boolean => parsePolicy(text, { type, charactersMax: 2500 }).valid;
  test("is 2,500 characters, white space included", () => {
    expect(valid(padded(2500))).toBe(true);
    expect(valid(padded(2501))).toBe(false);
  });
  test("counts characters, not bytes or code units", () => {
    expect(characterCount("a😀é")).toBe(3);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => characterCount(text) === Array.from(text).length),
    );
  });
  test("refuses what no type could hold without parsing it", () => {
    expect(parsePolicy("[".repeat(1_000_000), { type }).findings).toMatchObject([{ rule: "size-limit" }]);
  });
});

test("no input makes it throw", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"services"',
    '"default"',
    '"lex"',
    '"opt_out_policy"',
    '"@@assign"',
    '"optOut"',
    '"@@none"',
    '"@@operators_allowed_for_child_policies"',
    '"__proto__"',
    "1",
    "null",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.array(piece).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (text) => {
      const parsed = parsePolicy(text, { type });
      expect(parsed.valid).toBe(parsed.findings.every(({ severity }) => severity !== "error"));
    }),
    { numRuns: 2000 },
  );
});
