import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveDocument } from "./effective-document.js";
import { applyLevel, effectivePolicy } from "./effective-policy.js";
import type { Level } from "./level.js";
import { nothing } from "./merge.js";
import type { Merge } from "./merge.js";
import type { TraceEntry } from "./trace.js";
import { choiceFor, namedServices } from "./opt-out-choice.js";
import { operatorBit } from "./operators.js";
import { parsePolicy, readValidPolicy } from "./parse-policy.js";
import { emptyPolicy } from "./policy-node.js";

const lock = "@@operators_allowed_for_child_policies";

/** Levels root first; each a list of documents in attachment order. */
function chain(...levels: readonly (readonly unknown[])[]): Level[] {
  return levels.map((documents, depth) => ({
    id: `level-${depth}`,
    policies: documents.map((document, index) => ({
      id: `p-${depth}-${index}`,
      document: readValidPolicy(JSON.stringify(document)),
    })),
  }));
}

const effective = (...levels: readonly (readonly unknown[])[]): unknown =>
  JSON.parse(effectiveDocument(effectivePolicy(chain(...levels))) ?? "null");

const ai = (service: string, choice?: "optOut" | "optIn", locked?: readonly string[]): unknown => ({
  services: {
    [service]: {
      opt_out_policy: {
        ...(choice === undefined ? {} : { "@@assign": choice }),
        ...(locked === undefined ? {} : { [lock]: locked }),
      },
    },
  },
});
const list = (operators: Record<string, unknown>): unknown => ({ a: { b: operators } });

describe("locks", () => {
  test("a leaf lock stops a change of that leaf and nothing else", () => {
    const result = effective([ai("lex", "optOut", ["@@none"])], [ai("lex", "optIn"), ai("polly", "optIn")]);
    expect(result).toEqual({
      services: { lex: { opt_out_policy: "optOut" }, polly: { opt_out_policy: "optIn" } },
    });
  });

  test("an outer lock leaves existing leaves open", () => {
    const outer = {
      services: { [lock]: ["@@none"], lex: { [lock]: ["@@none"], opt_out_policy: { "@@assign": "optOut" } } },
    };
    expect(effective([outer], [ai("lex", "optIn"), ai("polly", "optIn")])).toEqual({
      services: { lex: { opt_out_policy: "optIn" } },
    });
  });

  test("does not bind its own level, whichever was attached first", () => {
    const locked = ai("lex", undefined, ["@@none"]);
    expect(effective([locked, ai("lex", "optIn")])).toEqual({
      services: { lex: { opt_out_policy: "optIn" } },
    });
    expect(effective([ai("lex", "optIn"), locked])).toEqual({
      services: { lex: { opt_out_policy: "optIn" } },
    });
  });

  test("binds the same document when it is attached again below", () => {
    const locked = ai("lex", "optOut", ["@@none"]);
    const trace: TraceEntry[] = [];
    effectivePolicy(chain([locked], [locked]), (entry) => trace.push(entry));
    expect(trace.map(({ outcome }) => outcome)).toEqual(["set", "blocked"]);
  });

  test("cannot be widened below", () => {
    const widening = ai("lex", undefined, ["@@all"]);
    expect(effective([ai("lex", "optOut", ["@@none"])], [widening], [ai("lex", "optIn")])).toEqual({
      services: { lex: { opt_out_policy: "optOut" } },
    });
  });

  test("of peers intersect", () => {
    const peers = [
      list({ "@@assign": ["x"], [lock]: ["@@append"] }),
      list({ [lock]: ["@@append", "@@remove"] }),
    ];
    const child = list({ "@@append": ["y"], "@@remove": ["x"] });
    expect(effective(peers, [child])).toEqual({ a: { b: ["x", "y"] } });
  });

  test("on a container, @@append or @@assign lets members in, @@remove does not", () => {
    const container = (allowed: string): unknown => ({ a: { [lock]: [allowed], b: { "@@assign": 1 } } });
    const child = { a: { c: { "@@assign": 2 } } };
    expect(effective([container("@@append")], [child])).toEqual({ a: { b: 1, c: 2 } });
    expect(effective([container("@@assign")], [child])).toEqual({ a: { b: 1, c: 2 } });
    expect(effective([container("@@remove")], [child])).toEqual({ a: { b: 1 } });
  });

  test("of a setting without a value bind what comes later, and are no entry themselves", () => {
    expect(effective([ai("lex", undefined, ["@@none"])], [ai("lex", "optIn")])).toBeNull();
    const outer = { services: { [lock]: ["@@none"], default: { opt_out_policy: { "@@assign": "optOut" } } } };
    expect(effective([outer, ai("lex", undefined, ["@@all"])], [ai("lex", "optIn")])).toEqual({
      services: { default: { opt_out_policy: "optOut" } },
    });
  });
});

describe("operators", () => {
  test.each([
    ["assign replaces a list", [[list({ "@@assign": ["x"] })], [list({ "@@assign": ["y"] })]], ["y"]],
    [
      "append adds what is new, at the end",
      [[list({ "@@assign": ["x"] })], [list({ "@@append": ["y", "x", "y"] })]],
      ["x", "y"],
    ],
    ["append creates the setting", [[list({ "@@append": ["x"] })]], ["x"]],
    [
      "remove drops named values only",
      [[list({ "@@assign": ["x", "y"] })], [list({ "@@remove": ["y", "z"] })]],
      ["x"],
    ],
    [
      "peers append in attachment order",
      [[list({ "@@append": ["b"] }), list({ "@@append": ["a"] })]],
      ["b", "a"],
    ],
    [
      "of two assignments at one level the first attached wins",
      [[list({ "@@assign": "x" }), list({ "@@assign": "y" })]],
      "x",
    ],
    [
      "a peer's append survives an assignment attached later",
      [[list({ "@@append": ["b"] }), list({ "@@assign": ["a"] })]],
      ["a", "b"],
    ],
    [
      "append does not apply to a single value",
      [[list({ "@@assign": "x" })], [list({ "@@append": ["y"] })]],
      "x",
    ],
  ])("%s", (_, levels, value) => {
    expect(effective(...levels)).toEqual({ a: { b: value } });
  });

  test("a list that runs empty is absent", () => {
    expect(effective([list({ "@@assign": ["x"] })], [list({ "@@remove": ["x"] })])).toBeNull();
  });

  test("a container below is not replaced by a value, nor the reverse", () => {
    expect(effective([{ a: { b: { "@@assign": 1 } } }], [{ a: { "@@assign": 2 } }])).toEqual({ a: { b: 1 } });
    expect(effective([{ a: { "@@assign": 2 } }], [{ a: { b: { "@@assign": 1 } } }])).toEqual({ a: 2 });
  });

  test("keys from outside are only keys", () => {
    const document = JSON.parse('{"__proto__":{"constructor":{"@@assign":1}}}') as unknown;
    expect(effectiveDocument(effectivePolicy(chain([document])))).toBe('{"__proto__":{"constructor":1}}');
  });
});

test("the trace says who set each value and which lock stopped whom", () => {
  const trace: TraceEntry[] = [];
  const root = {
    services: { [lock]: ["@@none"], lex: { opt_out_policy: { "@@assign": "optOut", [lock]: ["@@none"] } } },
  };
  const merge = effectivePolicy(
    chain([root, ai("lex", "optIn")], [], [ai("lex", "optIn"), ai("polly", "optIn")]),
    (entry) => trace.push(entry),
  );
  const said = trace.map(({ policy, path, outcome, by, lockedAt }) => ({
    policy,
    path: path.join("."),
    outcome,
    by: by?.map(({ policy }) => policy),
    lockedAt: lockedAt?.join("."),
  }));
  expect(said).toEqual([
    { policy: "p-0-0", path: "services.lex.opt_out_policy", outcome: "set" },
    {
      policy: "p-0-1",
      path: "services.lex.opt_out_policy",
      outcome: "outranked",
      by: ["p-0-0"],
      lockedAt: "services.lex.opt_out_policy",
    },
    {
      policy: "p-2-0",
      path: "services.lex.opt_out_policy",
      outcome: "blocked",
      by: ["p-0-0"],
      lockedAt: "services.lex.opt_out_policy",
    },
    {
      policy: "p-2-1",
      path: "services.polly.opt_out_policy",
      outcome: "blocked",
      by: ["p-0-0"],
      lockedAt: "services",
    },
  ]);
  expect(choiceFor(merge, "lex")).toMatchObject({
    choice: "optOut",
    entry: "own",
    setBy: { policy: "p-0-0", level: "level-0" },
  });
});

test("a service uses its own entry, else default, else nothing is decided", () => {
  const merge = effectivePolicy(chain([ai("default", "optOut"), ai("lex", "optIn")]));
  expect(choiceFor(merge, "lex")).toMatchObject({ choice: "optIn", entry: "own" });
  expect(choiceFor(merge, "polly")).toMatchObject({ choice: "optOut", entry: "default" });
  expect(choiceFor(nothing, "polly")).toEqual({ choice: "undecided" });
  expect(namedServices(merge)).toEqual(["lex"]);
});

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
        for (const { outcome, by } of trace)
          if (outcome === "blocked" || outcome === "outranked") expect(by?.length).toBeGreaterThan(0);
      }),
    );
  });

  test("no document makes it throw", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.jsonValue())), (levels) => {
        expect(() => effectiveDocument(effectivePolicy(chain(...levels)))).not.toThrow();
        for (const text of levels.flat()) parsePolicy(JSON.stringify(text), { type: "TAG_POLICY" });
      }),
    );
  });

  test("locks name the operator they forbid", () => {
    expect(operatorBit["@@assign"] | operatorBit["@@append"] | operatorBit["@@remove"]).toBe(7);
  });
});
