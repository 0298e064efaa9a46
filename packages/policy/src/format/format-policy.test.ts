import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveDocument } from "../effective-document.js";
import { effectivePolicy } from "../effective-policy.js";
import { anyPolicyText, optOutText } from "../lint/opt-out-text.fixture.js";
import { aiOptOutCharactersMax, parsePolicy, readValidPolicy } from "../parse-policy.js";
import { formatPolicy } from "./format-policy.js";
import type { FormatOptions } from "./format-policy.js";

function formatted(text: string, options?: FormatOptions): string {
  const result = formatPolicy(text, options);
  return result.ok ? result.text : expect.fail("refused");
}

describe("the canonical form", () => {
  test("has operators first, child control leading, and services as they were listed", () => {
    const text =
      '{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn","@@operators_allowed_for_child_policies":["@@none"]}}, "default" :{"opt_out_policy":{"@@assign":"optOut"},"@@operators_allowed_for_child_policies":["@@all"]},"@@operators_allowed_for_child_policies":["@@none"]}}';
    expect(formatted(text)).toMatchInlineSnapshot(`
      "{
        "services": {
          "@@operators_allowed_for_child_policies": ["@@none"],
          "lex": {
            "opt_out_policy": {
              "@@operators_allowed_for_child_policies": ["@@none"],
              "@@assign": "optIn"
            }
          },
          "default": {
            "@@operators_allowed_for_child_policies": ["@@all"],
            "opt_out_policy": {
              "@@assign": "optOut"
            }
          }
        }
      }
      "
    `);
    expect(formatted(text, { minify: true })).toBe(
      '{"services":{"@@operators_allowed_for_child_policies":["@@none"],"lex":{"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@none"],"@@assign":"optIn"}},"default":{"@@operators_allowed_for_child_policies":["@@all"],"opt_out_policy":{"@@assign":"optOut"}}}}',
    );
  });

  test("has no escape that need not be", () => {
    expect(
      formatted('{"services":{"l\\u0065x":{"opt_out_policy":{"@@assign":"opt\\u0049n"}}}}', { minify: true }),
    ).toBe('{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}');
  });
});

describe("a policy that indents past the limit", () => {
  const catalogue = new Map(
    Array.from(
      { length: 60 },
      (_, index) => [`s${index}`, { key: `s${index}`, name: "S", evidence: "extension" }] as const,
    ),
  );
  const of = (count: number): string =>
    JSON.stringify({
      services: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `s${index}`,
          { opt_out_policy: { "@@assign": "optIn" } },
        ]),
      ),
    });
  test("is written on one line", () => {
    const text = formatted(of(40), { catalogue });
    expect(text).toBe(`${of(40)}\n`);
    expect(formatted(of(20), { catalogue })).toContain("\n  ");
  });
  test("and is refused where it does not fit even so", () => {
    expect(formatPolicy(of(60), { catalogue })).toMatchObject({
      ok: false,
      findings: [{ rule: "size-limit", message: expect.stringContaining("still too many") }],
    });
  });
});

describe("laws", () => {
  test("formatting what is formatted changes nothing, and neither order of the two forms matters", () => {
    fc.assert(
      fc.property(optOutText, (text) => {
        const [pretty, short] = [formatted(text), formatted(text, { minify: true })];
        expect(formatted(pretty)).toBe(pretty);
        expect(formatted(short, { minify: true })).toBe(short);
        expect(formatted(pretty, { minify: true })).toBe(short);
        expect(formatted(short)).toBe(pretty);
        expect(short.length).toBeLessThanOrEqual(Math.min(text.length, pretty.length));
      }),
    );
  });

  test("neither form changes any effective policy, to the letter", () => {
    const chains = fc.array(fc.array(optOutText, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
    const effective = (chain: readonly (readonly string[])[]): string | undefined =>
      effectiveDocument(
        effectivePolicy(
          chain.map((texts, depth) => ({
            id: `${depth}`,
            policies: texts.map((text, index) => ({ id: `${index}`, document: readValidPolicy(text) })),
          })),
        ),
      );
    fc.assert(
      fc.property(chains, fc.boolean(), (chain, minify) => {
        const after = chain.map((texts) => texts.map((text) => formatted(text, { minify })));
        expect(effective(after)).toBe(effective(chain));
      }),
      { numRuns: 1000 },
    );
  });

  test("what is refused for more than its size is left alone, and what is not is formatted to fit", () => {
    fc.assert(
      fc.property(anyPolicyText, fc.boolean(), (text, minify) => {
        const result = formatPolicy(text, { minify });
        const type = "AISERVICES_OPT_OUT_POLICY";
        expect(result.ok).toBe(parsePolicy(text, { type }).valid);
        if (result.ok) {
          expect(parsePolicy(result.text, { type, charactersMax: aiOptOutCharactersMax }).valid).toBe(true);
        } else expect(result.findings.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
