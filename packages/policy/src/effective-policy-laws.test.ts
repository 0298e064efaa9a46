import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chain, effective, lock } from "./chain.fixture.js";
import { effectiveDocument } from "./effective-document.js";
import { applyLevel, effectivePolicy } from "./effective-policy.js";
import { nothing } from "./merge.js";
import type { Merge } from "./merge.js";
import { operatorBit } from "./operators.js";
import { parsePolicy } from "./parse-policy.js";
import { emptyPolicy } from "./policy-node.js";
import type { TraceEntry } from "./trace.js";

describe("laws", () => {
  const control = fc.option(
    fc.subarray(["@@assign", "@@append", "@@remove"]).map((set) => (set.length === 0 ? ["@@none"] : set)),
    { nil: undefined, freq: 3 },
  );
  const values = fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 });
  const leaf = fc.record(
    {
      "@@assign": fc.oneof(values, fc.constantFrom("x", "y")),
      "@@append": values,
      "@@remove": values,
      [lock]: control,
    },
    { requiredKeys: [] },
  );
  const container = (of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc
      .tuple(fc.dictionary(fc.constantFrom("a", "b", "__proto__"), of, { maxKeys: 2 }), control)
      .map(([members, allowed]) => ({ ...members, ...(allowed === undefined ? {} : { [lock]: allowed }) }));
  const document = fc.oneof(container(leaf), container(container(leaf)));
  const levels = fc.array(fc.array(document, { maxLength: 3 }), { minLength: 1, maxLength: 4 });

  test("the result is determined by the chain", () => {
    fc.assert(
      fc.property(levels, (levels) => {
        expect(effective(...levels)).toEqual(effective(...levels));
      }),
    );
  });

  test("a lock only tightens on the way down", () => {
    const tighter = (above: Merge, below: Merge): void => {
      expect(below.allowed & ~above.allowed).toBe(0);
      expect(below.locks.reduce((set, { allowed }) => set & allowed, 7)).toBe(below.allowed);
      for (const [key, member] of above.members) tighter(member, below.members.get(key)!);
    };
    fc.assert(
      fc.property(levels, (levels) => {
        let merge = nothing;
        for (const level of chain(...levels)) {
          const next = applyLevel(merge, level);
          tighter(merge, next);
          merge = next;
        }
      }),
    );
  });

  test("an empty policy is the identity, wherever it is attached", () => {
    fc.assert(
      fc.property(levels, fc.nat(3), fc.nat(3), (levels, depth, index) => {
        const before = chain(...levels);
        const after = before.map((level, at) =>
          at === depth % before.length
            ? {
                ...level,
                policies: level.policies.toSpliced(index, 0, { id: "empty", document: emptyPolicy }),
              }
            : level,
        );
        expect(effectiveDocument(effectivePolicy(after))).toBe(effectiveDocument(effectivePolicy(before)));
      }),
    );
  });

  test("once every operator is forbidden at a node that has a value, no policy below changes it", () => {
    const frozen = { a: { b: { "@@assign": ["x"], [lock]: ["@@none"] } } };
    fc.assert(
      fc.property(levels, (levels) => {
        const merge = effectivePolicy(chain([frozen], ...levels));
        expect(merge.members.get("a")?.members.get("b")?.value).toEqual(["x"]);
      }),
    );
  });

  test("a trace entry of every operator, and a value only where one was set", () => {
    fc.assert(
      fc.property(levels, (levels) => {
        const trace: TraceEntry[] = [];
        effectivePolicy(chain(...levels), (entry) => trace.push(entry));
        const written = JSON.stringify(levels).match(/"@@(assign|append|remove)":/g)?.length ?? 0;
        expect(trace).toHaveLength(written);
        for (const { outcome, by, lockedAt } of trace) {
          if (outcome === "blocked" || outcome === "outranked") expect(by?.length).toBeGreaterThan(0);
          expect(lockedAt !== undefined).toBe(outcome === "blocked");
        }
      }),
    );
  });

  test("no document makes it throw", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.jsonValue())), (levels) => {
        const text = effectiveDocument(effectivePolicy(chain(...levels))) ?? "{}";
        expect(JSON.parse(text)).toBeInstanceOf(Object);
        for (const text of levels.flat()) parsePolicy(JSON.stringify(text), { type: "TAG_POLICY" });
      }),
    );
  });

  test("locks name the operator they forbid", () => {
    expect(operatorBit["@@assign"] | operatorBit["@@append"] | operatorBit["@@remove"]).toBe(7);
  });
});
