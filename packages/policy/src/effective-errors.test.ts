import { describe, expect, test } from "vitest";
import { effectiveErrors } from "./effective-errors.js";
import { effectivePolicy } from "./effective-policy.js";
import { mergeablePolicyTypes } from "./policy-type.js";
import { parsePolicy } from "./parse-policy.js";

/** A backup plan with these rules. */
function plan(name: string, rules: readonly string[]): string {
  const vault = { target_backup_vault_name: { "@@assign": "vault" } };
  const all = Object.fromEntries(rules.map((rule) => [rule, vault]));
  return JSON.stringify({ plans: { [name]: { rules: all } } });
}

const named = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** A chain of two levels with one policy each. */
function errorsOf(above: string, below: string) {
  const chain = [above, below].map((text, index) => {
    const { document } = parsePolicy(text, { type: "BACKUP_POLICY" });
    return { id: `level ${index}`, policies: [{ id: `p-${index}`, document }] };
  });
  return effectiveErrors("BACKUP_POLICY", effectivePolicy(chain));
}

describe("a backup plan", () => {
  test("of ten rules is right, wherever they come from", () => {
    expect(errorsOf(plan("daily", named("a", 4)), plan("daily", named("b", 6)))).toEqual([]);
  });

  test("of more is wrong from the eleventh on, with its place and who set it", () => {
    expect(errorsOf(plan("daily", named("a", 6)), plan("daily", named("b", 6)))).toEqual([
      {
        code: "ELEMENTS_TOO_MANY",
        message: "'b5' exceeds the allowed maximum limit 10",
        path: ["plans", "daily", "rules", "b5"],
        policies: ["p-1"],
      },
      expect.objectContaining({ path: ["plans", "daily", "rules", "b6"] }),
    ]);
  });

  test("counts by itself", () => {
    expect(errorsOf(plan("daily", named("a", 6)), plan("weekly", named("b", 6)))).toEqual([]);
  });

  test("is not wrong for rules that came to nothing", () => {
    const lock = JSON.stringify({
      plans: { daily: { rules: { empty: { "@@operators_allowed_for_child_policies": ["@@none"] } } } },
    });
    expect(errorsOf(lock, plan("daily", named("b", 10)))).toEqual([]);
  });
});

test("no other type has a limit that merging can break", () => {
  const { document } = parsePolicy(plan("daily", named("a", 30)), { type: "BACKUP_POLICY" });
  const merge = effectivePolicy([{ id: "root", policies: [{ id: "p", document }] }]);
  const wrong = mergeablePolicyTypes.filter((type) => effectiveErrors(type, merge).length > 0);
  expect(wrong).toEqual(["BACKUP_POLICY"]);
});
