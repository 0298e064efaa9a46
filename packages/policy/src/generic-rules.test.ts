import { describe, expect, test } from "vitest";
import { describeFinding } from "./finding.js";
import { parsePolicy } from "./parse-policy.js";
import { mergeablePolicyTypes } from "./policy-type.js";
import type { MergeablePolicyType } from "./policy-type.js";
import { topLevelKey } from "./top-level-key.js";

describe("the types without rules of their own", () => {
  const refusals = (text: string): string[] =>
    parsePolicy(text, { type: "CHATBOT_POLICY" }).findings.map(describeFinding);
  test.each([
    [
      "a value at the top",
      '{"@@assign":"x"}',
      [
        "$['@@assign'] (line 1, column 2): `@@assign` cannot stand at the top of a policy; values are set further down, under keys",
      ],
    ],
    [
      "every value operator at the top",
      '{"@@append":["x"],"@@remove":["x"],"a":{"@@assign":1}}',
      [expect.stringContaining("`@@append` cannot"), expect.stringContaining("`@@remove` cannot")],
    ],
    [
      "a plain value",
      '{"a":{"b":"x"}}',
      [
        '$.a.b (line 1, column 7): found `"x"` without an operator; write `{"@@assign": "x"}` (this is how an effective policy reads, and that form cannot be attached)',
      ],
    ],
    [
      "a plain list",
      '{"a":["x"]}',
      [expect.stringContaining('found an array without an operator; write `{"@@assign": [...]}`')],
    ],
    [
      "a value beside members",
      '{"a":{"@@assign":1,"b":{"@@assign":2}}}',
      [expect.stringContaining("$.a (line 1, column 2): this node both sets a value and has members")],
    ],
    [
      "a repeated member of a lock",
      '{"a":{"@@operators_allowed_for_child_policies":["@@append","@@append"]}}',
      [expect.stringContaining("`@@append` stands twice in this array; keep one")],
    ],
    [
      "an unknown member of a lock",
      '{"a":{"@@operators_allowed_for_child_policies":["@@assign","x"]}}',
      [
        '$.a[\'@@operators_allowed_for_child_policies\'][1] (line 1, column 60): found `"x"`; write `"@@none"`, or the operators to allow, such as `"@@assign"`',
      ],
    ],
  ])("refuse %s", (_, text, findings) => {
    expect(refusals(text)).toEqual(findings);
  });

  test.each<readonly [MergeablePolicyType, string, string]>([
    ["TAG_POLICY", "tag", "did you mean `tags`?"],
    ["BACKUP_POLICY", "Plans", "did you mean `plans`?"],
    ["S3_POLICY", "services", "all of a policy of this type stands under `s3_attributes`"],
  ])("of type %s refuse the key `%s` at the top", (type, key, right) => {
    const text = JSON.stringify({ [key]: { a: { "@@assign": 1 } } });
    expect(parsePolicy(text, { type }).findings.map(describeFinding)).toEqual([
      `$.${key} (line 1, column 2): unknown key \`${key}\`; ${right}`,
    ]);
  });

  test("have one key at the top, but those for which no source shows it", () => {
    const open = mergeablePolicyTypes.filter((type) => topLevelKey(type) === undefined);
    expect(open).toEqual(["CHATBOT_POLICY", "GUARDDUTY_POLICY", "SECURITYHUB_CSPM_POLICY"]);
    for (const type of mergeablePolicyTypes) {
      const { valid } = parsePolicy(JSON.stringify({ [topLevelKey(type) ?? "any"]: {} }), { type });
      expect([type, valid]).toEqual([type, type !== "AISERVICES_OPT_OUT_POLICY"]);
    }
  });

  test("may allow several operators", () => {
    const text = '{"a":{"@@operators_allowed_for_child_policies":["@@append","@@remove"]}}';
    expect(refusals(text)).toEqual([]);
  });
});
