import { describe, expect, test } from "vitest";
import type { Finding } from "../finding.js";
import { applyFixes } from "./apply-fixes.js";
import { lintPolicy } from "./lint-policy.js";

const none = '"@@operators_allowed_for_child_policies":["@@none"]';
const all = '"@@operators_allowed_for_child_policies":["@@all"]';
const out = '"@@assign":"optOut"';
const optIn = '"@@assign":"optIn"';
const services = (inner: string): string => `{"services":{${inner}}}`;
const entry = (service: string, setting: string, more = ""): string =>
  `"${service}":{${more}"opt_out_policy":{${setting}}}`;
const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule, path }) => `${rule} ${path}`);

describe("what is doubtful", () => {
  const setting = "$.services.default.opt_out_policy";
  test.each<readonly [string, string, readonly string[]]>([
    ["an opt-out by default", services(entry("default", out)), []],
    ["locks everywhere", services(`${none},${entry("default", `${none},${out}`, `${none},`)}`), []],
    ["a lock on `services` alone", services(`${none},${entry("default", out)}`), [`open-leaf ${setting}`]],
    ["a lock on the entry alone", services(entry("default", out, `${none},`)), [`open-leaf ${setting}`]],
    [
      "a lock on `services`, and one that locks nothing on the setting",
      services(`${none},${entry("default", `${all},${out}`)}`),
      [`open-leaf ${setting}`, `idle-lock ${setting}['@@operators_allowed_for_child_policies']`],
    ],
    ["a lock and no value", services(entry("default", none)), [`lock-without-value ${setting}`]],
    [
      "no default",
      services(`${entry("lex", out)},${entry("polly", optIn)}`),
      ["no-default $.services", "opts-in $.services.polly.opt_out_policy"],
    ],
    ["exceptions alone", services(entry("polly", optIn)), ["opts-in $.services.polly.opt_out_policy"]],
    [
      "a default that only locks",
      services(`${entry("default", none)},${entry("lex", out)}`),
      ["no-default $.services", `lock-without-value ${setting}`],
    ],
    [
      "everything reset and locked",
      services(entry("default", `${none},${optIn}`)),
      [`locked-opt-in ${setting}`, `opts-in-default ${setting}`],
    ],
    [
      "an entry like the default",
      services(`${entry("default", out)},${entry("lex", out)}`),
      ["repeats-default $.services.lex"],
    ],
    [
      "one that locks what it repeats",
      services(`${entry("default", out)},${entry("lex", `${none},${out}`)}`),
      [],
    ],
    [
      "nothing, while something is refused",
      services(`${entry("lex", out)},${entry("Polly", out)}`),
      ["unknown-service $.services.Polly"],
    ],
  ])("%s", (_, text, expected) => {
    expect(rules(lintPolicy(text))).toEqual(expected);
  });
});

describe("the size", () => {
  const long = services(entry("default", out)).replace("{", `{${" ".repeat(3000)}`);
  test("is told as written and minified", () => {
    expect(lintPolicy(long)[0]?.message).toBe(
      "3,065 characters, and 2,500 are allowed; white space counts; minified it is 65 and fits",
    );
    const key = "k".repeat(3000);
    expect(lintPolicy(services(entry(key, out)))[0]?.message).toMatch(
      /minified it is 3,\d+, still too many$/,
    );
    expect(lintPolicy(`{${" ".repeat(3000)}`)[0]?.message).not.toContain("minified");
  });
  test("is mended by minifying, with no other change", () => {
    expect(applyFixes(long)).toStrictEqual({ text: services(entry("default", out)), fixes: 1, findings: [] });
  });
});

describe("fixes", () => {
  test.each<readonly [string, string, string]>([
    ["a byte order mark", `\ufeff${services(entry("default", out))}`, services(entry("default", out))],
    [
      "a repetition",
      services(`${entry("lex", optIn)}, ${entry("lex", optIn)}`),
      services(entry("lex", optIn)),
    ],
    [
      "a repetition in another spelling",
      services(`${entry("lex", optIn)}, "l\\u0065x" : {"opt_out_policy": {${optIn}}}`),
      services(entry("lex", optIn)),
    ],
    [
      "a name twice in a lock",
      services(entry("default", `"@@operators_allowed_for_child_policies":["@@none", "@@none"],${out}`)),
      services(entry("default", `${none},${out}`)),
    ],
    ["an idle lock", services(entry("default", `${all}, ${out}`)), services(entry("default", out))],
    [
      "an idle lock at the end",
      services(entry("default", `${out}, ${all}`)),
      services(entry("default", out)),
    ],
    [
      "two of them at once",
      services(`${all},${entry("default", `${all},${out}`)}`),
      services(entry("default", out)),
    ],
  ])("that are safe: %s", (_, before, after) => {
    expect(applyFixes(before).text).toBe(after);
  });

  test.each<readonly [string, string, string]>([
    [
      "the case of a key",
      '{"Services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      services(entry("default", out)),
    ],
    [
      "the plural",
      '{"services":{"default":{"opt_out_policies":{"@@assign":"optOut"}}}}',
      services(entry("default", out)),
    ],
    [
      "the case of an operator",
      services(entry("default", '"@@Assign":"optOut"')),
      services(entry("default", out)),
    ],
    [
      "the case of a choice",
      services(entry("default", '"@@assign":"OPTOUT"')),
      services(entry("default", out)),
    ],
    ["a service", services(entry("recognition", optIn)), services(entry("rekognition", optIn))],
    [
      "the case of a lock",
      services(entry("default", `"@@operators_allowed_for_child_policies":["@@None"],${out}`)),
      services(entry("default", `${none},${out}`)),
    ],
    [
      "a value without an operator",
      '{"services":{"default":{"opt_out_policy":"optOut"}}}',
      '{"services":{"default":{"opt_out_policy":{ "@@assign": "optOut" }}}}',
    ],
    [
      "a level too few",
      '{"services":{"default":{"@@assign":"optOut"}}}',
      '{"services":{"default":{"opt_out_policy": { "@@assign":"optOut" }}}}',
    ],
    [
      "a choice appended",
      services(entry("default", '"@@append":["optOut"]')),
      services(entry("default", out)),
    ],
    [
      "an open leaf",
      services(`${none},${entry("default", out)}`),
      services(`${none},${entry("default", `${none},${out}`)}`),
    ],
    [
      "no default",
      services(entry("lex", optIn) + "," + entry("polly", out)),
      services(`${entry("default", out)},${entry("lex", optIn)},${entry("polly", out)}`),
    ],
  ])("that are not: %s", (_, before, after) => {
    expect(applyFixes(before).text).toBe(before);
    expect(applyFixes(before, { unsafe: true }).text).toBe(after);
  });

  test("make no duplicate, and choose between none", () => {
    const text = services(
      `${entry("lex", optIn)},${entry("Lex", out)},${entry("POLLY", out)},${entry("Polly", out)}`,
    );
    expect(applyFixes(text, { unsafe: true }).text).toBe(text);
  });

  test("leave all other text as it is", () => {
    const text = '{\n\t"services" : {\r\n    "lex":{"opt_out_policy" :{ "@@assign":"optOut"}} }\n\n}';
    expect(applyFixes(text, { unsafe: true }).text).toBe(
      '{\n\t"services" : {\r\n    "default":{"opt_out_policy":{"@@assign":"optOut"}},\r\n    "lex":{"opt_out_policy" :{ "@@assign":"optOut"}} }\n\n}',
    );
  });
});
