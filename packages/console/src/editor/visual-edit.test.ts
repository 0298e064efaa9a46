import {
  aiOptOutType,
  choiceFor,
  childControl,
  defaultEntry,
  effectivePolicy,
  parsePolicy,
} from "@withhold/policy";
import type { Level } from "@withhold/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnKeys, drawnPolicy, openPolicy, otherKeys, strangeEntry } from "./drawn-policy.fixture.js";
import { readVisual, shownEntry } from "./visual-document.js";
import { describeVisualEdit, editVisually } from "./visual-edit.js";
import type { VisualEdit } from "./visual-edit.js";

const services = [...drawnKeys, ...otherKeys];

const keys = fc.uniqueArray(fc.constantFrom(...services), { minLength: 1 });
const to = fc.constantFrom("optOut" as const, "optIn" as const);
const anywhere = fc.constantFrom("optOut" as const, "optIn" as const, "none" as const);

const anyEdit = fc.oneof<fc.Arbitrary<VisualEdit>[]>(
  fc.record({ kind: fc.constant("move" as const), keys, to: anywhere }),
  fc.record({ kind: fc.constant("move" as const), keys: fc.constant([defaultEntry]), to: anywhere }),
  fc.record({ kind: fc.constant("lock-entries" as const), keys, isLocked: fc.boolean() }),
  fc.record({ kind: fc.constant("lock-services" as const), isLocked: fc.boolean() }),
  fc.constant({ kind: "lock-everything" }),
);

function level(id: string, text: string): Level {
  const { document, valid, findings } = parsePolicy(text, { type: aiOptOutType });
  expect(valid, `${text}\n${JSON.stringify(findings)}`).toBe(true);
  return { id, policies: [{ id, document }] };
}

/** What each service comes to where the policy stands between these two. */
function choices(above: string, text: string, below: string, of: readonly string[]): readonly string[] {
  const merge = effectivePolicy([level("above", above), level("here", text), level("below", below)]);
  return of.map((key) => choiceFor(merge, key).choice);
}

const alone = (text: string, key: string): string =>
  choiceFor(effectivePolicy([level("here", text)]), key).choice;

const isEmpty = (text: string): boolean => {
  const reading = readVisual(text);
  return reading.ok && reading.document.entries.length === 0;
};

describe("editVisually", () => {
  it("leaves every service that was not moved as it was, in any chain", () => {
    fc.assert(
      fc.property(drawnPolicy, drawnPolicy, drawnPolicy, keys, anywhere, (above, text, below, keys, to) => {
        const after = editVisually(text, { kind: "move", keys, to });
        fc.pre(!isEmpty(after));
        const others = services.filter((key) => !keys.includes(key));
        expect(choices(above, after, below, others)).toEqual(choices(above, text, below, others));
      }),
    );
  });

  it("moves what it was told to move", () => {
    fc.assert(
      fc.property(drawnPolicy, keys, to, (text, keys, to) => {
        const after = editVisually(text, { kind: "move", keys, to });
        for (const key of keys) expect(alone(after, key)).toBe(to);
      }),
    );
  });

  it("says the same after two moves as before, in any chain, where there was an entry", () => {
    fc.assert(
      fc.property(drawnPolicy, drawnPolicy, drawnPolicy, keys, to, (above, text, below, keys, to) => {
        const back = to === "optIn" ? "optOut" : "optIn";
        const had = keys.filter((key) => {
          const reading = readVisual(text);
          return reading.ok && shownEntry(reading.document, key)?.choice === back;
        });
        const there = editVisually(text, { kind: "move", keys: had, to });
        expect(editVisually(there, { kind: "move", keys: had, to: back })).toBe(text);
        expect(choices(above, there, below, services).length).toBe(services.length);
      }),
    );
  });

  it("is taken back to the letter by taking the new entry out again", () => {
    fc.assert(
      fc.property(drawnPolicy, fc.constantFrom(...otherKeys), to, (text, key, to) => {
        const there = editVisually(text, { kind: "move", keys: [key], to });
        expect(editVisually(there, { kind: "move", keys: [key], to: "none" })).toBe(text);
      }),
    );
  });

  it("writes nothing where a service stands there already", () => {
    fc.assert(
      fc.property(drawnPolicy, keys, to, (text, keys, to) => {
        const once = editVisually(text, { kind: "move", keys, to });
        expect(editVisually(once, { kind: "move", keys, to })).toBe(once);
        const there = keys.filter((key) => alone(text, key) === to);
        expect(editVisually(text, { kind: "move", keys: there, to })).toBe(text);
      }),
    );
  });

  it("makes valid policies of valid policies, whatever is done in a row", () => {
    fc.assert(
      fc.property(drawnPolicy, fc.array(anyEdit, { maxLength: 6 }), (text, edits) => {
        const after = edits.reduce((now, edit) => editVisually(now, edit), text);
        const { valid, findings } = parsePolicy(after, { type: aiOptOutType });
        if (isEmpty(after)) expect(findings.map(({ rule }) => rule)).toEqual(["sets-nothing"]);
        else expect(valid, `${text}\n${after}\n${JSON.stringify(findings)}`).toBe(true);
      }),
    );
  });

  it("keeps byte for byte what it cannot show", () => {
    fc.assert(
      fc.property(drawnPolicy, strangeEntry, fc.array(anyEdit, { maxLength: 6 }), (drawn, strange, edits) => {
        const at = drawn.lastIndexOf("}", drawn.lastIndexOf("}") - 1);
        const added = `, "translate" :\t${strange} `;
        const text = drawn.slice(0, at) + added + drawn.slice(at);
        const after = edits.reduce(
          (now, edit) =>
            editVisually(editVisually(now, edit), { kind: "move", keys: ["translate"], to: "optIn" }),
          text,
        );
        expect(after).toContain(`"translate" :\t${strange}`);
        expect(readVisual(after)).toMatchObject({
          document: {
            entries: expect.arrayContaining([
              expect.objectContaining({ kind: "kept", key: "translate" }),
            ]) as unknown,
          },
        });
      }),
    );
  });
});

describe("editVisually: locks", () => {
  it("lets nobody below change what is locked, and does what it did", () => {
    fc.assert(
      fc.property(drawnPolicy, drawnPolicy, (text, below) => {
        const locked = editVisually(text, { kind: "lock-everything" });
        const silent = `{"services":{"${otherKeys[0]}":{"opt_out_policy":{"${childControl}":["@@all"]}}}}`;
        for (const key of services) expect(alone(locked, key)).toBe(alone(text, key));
        const set = services.filter((key) => alone(locked, key) !== "undecided");
        expect(choices(silent, locked, below, set)).toEqual(choices(silent, locked, silent, set));
      }),
    );
  });

  it("unlocks to the letter what it locked", () => {
    fc.assert(
      fc.property(openPolicy, (text) => {
        const reading = readVisual(text);
        const entries = reading.ok ? reading.document.entries : [];
        expect(entries).not.toEqual([]);
        const keys = entries.flatMap((entry) =>
          entry.kind === "shown" && entry.choice !== undefined ? [entry.key] : [],
        );
        const locked = editVisually(text, { kind: "lock-entries", keys, isLocked: true });
        expect(locked === text).toBe(keys.length === 0);
        expect(editVisually(locked, { kind: "lock-entries", keys, isLocked: false })).toBe(text);
        const closed = editVisually(text, { kind: "lock-services", isLocked: true });
        expect(closed).not.toBe(text);
        expect(editVisually(closed, { kind: "lock-services", isLocked: false })).toBe(text);
      }),
    );
  });
});

describe("editVisually: the text", () => {
  it("leaves a text alone that it cannot read", () => {
    for (const text of ["", "{", "[]", '{"services": 3}', '{"services": {}, "services": {}}']) {
      expect(editVisually(text, { kind: "move", keys: ["lex"], to: "optOut" })).toBe(text);
      expect(editVisually(text, { kind: "lock-everything" })).toBe(text);
    }
  });

  it("writes what a person would", () => {
    const begun = '{\n  "services": {}\n}\n';
    const edits: VisualEdit[] = [
      { kind: "move", keys: ["lex", "polly"], to: "optIn" },
      { kind: "move", keys: [defaultEntry], to: "optOut" },
      { kind: "lock-everything" },
    ];
    expect(edits.reduce((now, edit) => editVisually(now, edit), begun)).toBe(`{
  "services": {
    "@@operators_allowed_for_child_policies": ["@@none"],
    "default": { "@@operators_allowed_for_child_policies": ["@@none"], "opt_out_policy": { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optOut" } },
    "lex": { "opt_out_policy": { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optIn" } },
    "polly": { "opt_out_policy": { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optIn" } }
  }
}
`);
    expect(editVisually("{}", { kind: "move", keys: ["lex"], to: "optOut" })).toBe(
      '{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}}}',
    );
  });
});

describe("describeVisualEdit", () => {
  it("says what undo would take back", () => {
    expect(describeVisualEdit({ kind: "move", keys: ["lex"], to: "optOut" })).toBe("moving lex to opted out");
    expect(describeVisualEdit({ kind: "move", keys: ["lex", "q"], to: "none" })).toBe(
      "moving 2 services to no choice of its own",
    );
    expect(describeVisualEdit({ kind: "move", keys: [defaultEntry], to: "optIn" })).toBe(
      "moving the default to opted in",
    );
  });
});
