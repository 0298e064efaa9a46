import { describe, expect, test } from "vitest";
import { chain, effective, lock } from "./chain.fixture.js";
import { effectiveDocument } from "./effective-document.js";
import { applyLevel, effectivePolicy } from "./effective-policy.js";
import { nothing } from "./merge.js";
import { choiceFor, namedServices } from "./opt-out-choice.js";
import type { TraceEntry } from "./trace.js";

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

  describe("what a node is, peers do not decide by operators that change nothing", () => {
    const value = { a: { "@@assign": "x" } };
    const member = { a: { m: { "@@assign": "y" } } };
    test.each([
      ["a blocked assignment", { a: { [lock]: ["@@append"] } }, value, member, { a: { m: "y" } }],
      ["a blocked member", { a: { m: { [lock]: ["@@none"] } } }, member, value, { a: "x" }],
      ["a member that a lock keeps out", { a: { [lock]: ["@@remove"] } }, member, value, null],
      ["a removal", {}, { a: { "@@remove": ["x"] } }, member, { a: { m: "y" } }],
      ["nothing appended", {}, { a: { "@@append": [] } }, member, { a: { m: "y" } }],
      ["a member that says nothing", {}, { a: { m: {} } }, value, { a: "x" }],
    ])("%s", (_, root, idle, peer, result) => {
      expect(effective([root], [idle, peer])).toEqual(result);
      expect(effective([root], [peer, idle])).toEqual(result);
    });
  });

  test("values at the top of a document change nothing, whatever else it says", () => {
    const trace: TraceEntry[] = [];
    const levels = chain([{ "@@assign": "x", a: { "@@assign": 1 } }], [{ "@@append": ["x"] }]);
    const merge = effectivePolicy(levels, (entry) => trace.push(entry));
    expect(effectiveDocument(merge)).toBe('{"a":1}');
    expect(trace.map(({ path, outcome }) => [...path, outcome])).toEqual([
      ["a", "set"],
      ["inapplicable"],
      ["inapplicable"],
    ]);
    expect(effective([{ "@@assign": "x" }])).toBeNull();
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

test("what changes nothing sets nothing; an assignment always sets", () => {
  const trace: TraceEntry[] = [];
  const peers = [list({ "@@remove": ["zzz"] }), list({ "@@append": ["x"] })];
  const inherited = effectivePolicy(chain([list({ "@@assign": ["x"] })]));
  const [, level] = chain([], peers);
  const merge = applyLevel(inherited, level!, (entry) => trace.push(entry));
  expect(trace.map(({ operator, outcome }) => [operator, outcome])).toEqual([
    ["@@append", "no-effect"],
    ["@@remove", "no-effect"],
  ]);
  expect(merge).toBe(inherited);
  const same = effectivePolicy(chain([list({ "@@assign": ["x"] })], [list({ "@@assign": ["x"] })]));
  expect(same.members.get("a")?.members.get("b")?.setBy).toMatchObject({ level: "level-1" });
});

test("keys stand in the order in which the chain first names them, be it with a lock alone", () => {
  const root = [ai("lex", undefined, ["@@assign"]), ai("polly", "optOut")];
  expect(effectiveDocument(effectivePolicy(chain(root, [ai("lex", "optIn")])))).toBe(
    '{"services":{"lex":{"opt_out_policy":"optIn"},"polly":{"opt_out_policy":"optOut"}}}',
  );
});

test("a service uses its own entry, else default, else nothing is decided", () => {
  const merge = effectivePolicy(chain([ai("default", "optOut"), ai("lex", "optIn")]));
  expect(choiceFor(merge, "lex")).toMatchObject({ choice: "optIn", entry: "own" });
  expect(choiceFor(merge, "polly")).toMatchObject({ choice: "optOut", entry: "default" });
  expect(choiceFor(nothing, "polly")).toEqual({ choice: "undecided" });
  expect(namedServices(merge)).toEqual(["lex"]);
});
