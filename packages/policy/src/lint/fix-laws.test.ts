// Fixes by law: a safe one changes no effective policy anywhere, and every one mends what it says.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveDocument } from "../effective-document.js";
import { effectivePolicy } from "../effective-policy.js";
import { parseJson } from "../json.js";
import { readValidPolicy } from "../parse-policy.js";
import { applyFixes } from "./apply-fixes.js";
import { lintPolicy } from "./lint-policy.js";
import { anyPolicyText, optOutText } from "./opt-out-text.fixture.js";

/** What each account of a chain would have, level by level, with one of the texts replaced. */
function effectiveTexts(chain: readonly (readonly string[])[]): readonly (string | undefined)[] {
  const levels = chain.map((texts, depth) => ({
    id: `${depth}`,
    policies: texts.map((text, index) => ({ id: `${depth}-${index}`, document: readValidPolicy(text) })),
  }));
  return levels.map((_, depth) => effectiveDocument(effectivePolicy(levels.slice(0, depth + 1))));
}

const chains = fc.array(fc.array(optOutText, { maxLength: 2 }), { minLength: 1, maxLength: 4 });

describe("safe fixes", () => {
  test("of a valid policy change no effective policy in any chain", () => {
    let changed = 0;
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), optOutText, (chain, depth, index, text) => {
        const { text: fixed } = applyFixes(text);
        if (fixed === text) return;
        changed += 1;
        const at = depth % chain.length;
        const withText = (text: string): string[][] =>
          chain.map((texts, level) =>
            level === at ? texts.toSpliced(index % (texts.length + 1), 0, text) : [...texts],
          );
        expect(effectiveTexts(withText(fixed))).toEqual(effectiveTexts(withText(text)));
        expect(lintPolicy(fixed).some(({ severity }) => severity === "error")).toBe(false);
      }),
      { numRuns: 5000 },
    );
    expect(changed).toBeGreaterThan(100);
  });

  test("of a refused policy leave what every reader reads", () => {
    let changed = 0;
    fc.assert(
      fc.property(anyPolicyText, (text) => {
        const { text: fixed } = applyFixes(text);
        if (fixed === text) return;
        const read = (json: string): unknown => JSON.parse(json.replace(/^\ufeff*/, ""), withoutIdleLocks);
        // A byte order mark may go from what is no JSON either way.
        if (!parseJson(text.replace(/^\ufeff*/, "")).ok) return;
        changed += 1;
        expect(read(fixed)).toEqual(read(text));
      }),
      { numRuns: 3000 },
    );
    expect(changed).toBeGreaterThan(100);
  });
});

/** Locks as sets, and none that allows everything: that is what safe fixes may change. */
function withoutIdleLocks(key: string, value: unknown): unknown {
  if (key !== "@@operators_allowed_for_child_policies" || !Array.isArray(value)) return value;
  const names = [...new Set(value)];
  return names.length === 1 && (names[0] === "@@all" || names[0] === "@@assign") ? undefined : names;
}

describe("every fix", () => {
  test("alone takes its finding away, and leaves JSON", () => {
    let fixes = 0;
    fc.assert(
      fc.property(anyPolicyText, (text) => {
        const findings = lintPolicy(text);
        for (const { rule, path, message, fix } of findings) {
          if (fix === undefined) continue;
          fixes += 1;
          const fixed = fix.edits.reduceRight(
            (now, { start, end, text }) => now.slice(0, start) + text + now.slice(end),
            text,
          );
          if (rule !== "json-syntax") expect(parseJson(fixed).ok).toBe(true);
          const same = (all: typeof findings): number =>
            all.filter((one) => one.rule === rule && one.path === path && one.message === message).length;
          // Two byte order marks take two fixes.
          if (!fixed.startsWith("\ufeff")) expect(same(lintPolicy(fixed))).toBeLessThan(same(findings));
        }
      }),
      { numRuns: 2000 },
    );
    expect(fixes).toBeGreaterThan(500);
  });

  test("ends: fixing what is fixed changes nothing", () => {
    fc.assert(
      fc.property(anyPolicyText, fc.boolean(), (text, unsafe) => {
        const once = applyFixes(text, { unsafe }).text;
        expect(applyFixes(once, { unsafe })).toMatchObject({ text: once, fixes: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});
