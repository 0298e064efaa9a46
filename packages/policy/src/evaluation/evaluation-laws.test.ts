import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyPolicy, grammarText, namedEntries } from "../can-override/grammar.fixture.js";
import { canOverride } from "../can-override/can-override.js";
import { effectivePolicy } from "../effective-policy.js";
import { explain } from "../explain/explain.js";
import { choiceFor } from "../opt-out-choice.js";
import type { OrganizationSnapshot, Unread } from "../snapshot/organization-snapshot.js";
import { accounts, drawnSnapshot, evaluated } from "./drawn-snapshot.fixture.js";
import type { Evaluation } from "./evaluation.js";
import { serviceRow } from "./service-row.js";
import type { ServiceRow } from "./service-row.js";

const rows: readonly ServiceRow[] = [
  ...["lex", "polly", "glue"].map((key) => serviceRow(key)),
  { kind: "unnamed" },
  { kind: "future" },
];
const keyOf = (row: ServiceRow): string => (row.kind === "service" ? row.key : "no-service-has-this-key");

describe("an evaluation", () => {
  test("chooses what the effective policy of each account says", () => {
    fc.assert(
      fc.property(drawnSnapshot, (snapshot) => {
        const evaluation = evaluated(snapshot);
        for (const account of accounts) {
          const merge = effectivePolicy(evaluation.chain(account));
          expect(evaluation.merge(account).text).toBe(merge.text);
          for (const row of rows) {
            expect(evaluation.choice(account, row)).toBe(choiceFor(merge, keyOf(row)).choice);
          }
        }
      }),
    );
  });

  test("is explained by the policy that set it", () => {
    fc.assert(
      fc.property(drawnSnapshot, (snapshot) => {
        const evaluation = evaluated(snapshot);
        for (const account of accounts) {
          const merge = effectivePolicy(evaluation.chain(account));
          for (const row of rows) {
            const result = explain(evaluation, account, row);
            if (!result.ok) throw new Error(result.message);
            const { choice, decidedBy, attempts } = result.explanation;
            const effective = choiceFor(merge, keyOf(row));
            expect(choice).toBe(effective.choice);
            expect(decidedBy?.choice ?? "undecided").toBe(effective.choice);
            if (effective.choice === "undecided") continue;
            expect(decidedBy?.entry).toBe(effective.entry);
            expect(decidedBy?.place.policyId).toBe(effective.setBy?.policy);
            expect(decidedBy?.place.level.id).toBe(effective.setBy?.level);
            for (const { by } of attempts) expect(by.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  test("is the same each time", () => {
    fc.assert(
      fc.property(drawnSnapshot, (snapshot) => {
        const reports = [evaluated(snapshot), evaluated(structuredClone(snapshot))].map((evaluation) => [
          canOverride(evaluation, "root"),
          accounts.map((account) => explain(evaluation, account, "lex")),
        ]);
        expect(reports[0]).toEqual(reports[1]);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is in doubt", () => {
  const grammar = everyPolicy(namedEntries, 2).map(grammarText);

  /** A sample of what the policy might say, the same for every run. */
  const guesses = grammar.filter((_, index) => index % 17 === 0);

  test(
    "is undetermined only where it could change the answer, and never determined where it does",
    { timeout: 30_000 },
    () => {
      let undetermined = 0;
      fc.assert(
        fc.property(drawnSnapshot, (snapshot) => {
          const unknown = evaluated(withContent(snapshot, null));
          const worlds = guesses.map((content) => evaluated(withContent(snapshot, content)));
          for (const account of accounts.slice(0, 3)) {
            for (const row of rows.slice(0, 2)) {
              const choices = new Set(worlds.map((world) => world.choice(account, row)));
              const possible = unknown.possible(account, row);
              for (const choice of choices) expect(possible).toContain(choice);
              if (unknown.choice(account, row) === "undetermined") {
                undetermined += 1;
                expect(explained(unknown, account, row)).toContain("p-0");
              }
              const verdicts = new Set(worlds.map((world) => verdict(world, account, row)));
              const answer = verdict(unknown, account, row);
              if (answer !== "undetermined") expect([...verdicts]).toEqual([answer]);
            }
          }
        }),
        { numRuns: 40 },
      );
      expect(undetermined).toBeGreaterThan(10);
    },
  );

  test("that is an unread policy leaves open exactly what some policy brings about", () => {
    fc.assert(
      fc.property(drawnSnapshot, (snapshot) => {
        const unknown = evaluated(withContent(snapshot, null));
        // What names lex and default covers all that lex can tell apart.
        const contents = everyPolicy(["default", "lex"], 2).map(grammarText);
        const worlds = contents.map((content) => evaluated(withContent(snapshot, content)));
        const row = serviceRow("lex");
        for (const account of accounts.slice(0, 2)) {
          const choices = new Set(worlds.map((world) => world.choice(account, row)));
          // The grammar has no policy that says nothing to lex; one for another service is that.
          choices.add(evaluated(withContent(snapshot, silent)).choice(account, row));
          choices.add(evaluated(withContent(snapshot, silentLock)).choice(account, row));
          expect(new Set(unknown.possible(account, row))).toEqual(choices);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("that is the order of attachment leaves open exactly what some order brings about", () => {
    let undetermined = 0;
    fc.assert(
      fc.property(drawnSnapshot, fc.constantFrom(...accounts), (snapshot, account) => {
        const attachments = ["p-0", "p-1", "p-2", "p-3"]
          .filter((id) => snapshot.policies.some((policy) => policy.id === id))
          .map((policyId) => ({ policyId, targetId: "root" }));
        const others = snapshot.attachments.filter(({ targetId }) => targetId !== "root");
        const alone = others.filter(
          ({ targetId }, index) => others.findIndex((other) => other.targetId === targetId) === index,
        );
        const ordered = (root: OrganizationSnapshot["attachments"]): OrganizationSnapshot => ({
          ...snapshot,
          attachments: [...root, ...alone],
        });
        const unknown = evaluated({ ...ordered(attachments), attachmentOrder: "unknown" });
        const worlds = permutations(attachments).map((root) => evaluated(ordered(root)));
        for (const row of rows) {
          const choices = new Set(worlds.map((world) => world.choice(account, row)));
          if (choices.size > 1) undetermined += 1;
          expect(new Set(unknown.possible(account, row))).toEqual(choices);
        }
      }),
      { numRuns: 60 },
    );
    expect(undetermined).toBeGreaterThan(10);
  });
});

const silent = '{"services":{"glue":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const silentLock = `{"services":{"@@operators_allowed_for_child_policies":["@@none"],${silent.slice(13)}`;

/** The snapshot with another content of the first policy. */
function withContent(snapshot: OrganizationSnapshot, content: string | null): OrganizationSnapshot {
  const [first, ...others] = snapshot.policies;
  const unread: Unread[] =
    content === null ? [{ what: "the content of p-0", why: "access denied", about: "p-0" }] : [];
  return { ...snapshot, policies: first === undefined ? [] : [{ ...first, content }, ...others], unread };
}

function verdict(evaluation: Evaluation, account: string, row: ServiceRow): string | undefined {
  const result = canOverride(evaluation, account, [row]);
  return result.ok ? result.report.answers[0]?.verdict : undefined;
}

function explained(
  evaluation: Evaluation,
  account: string,
  row: ServiceRow,
): readonly (string | undefined)[] {
  const result = explain(evaluation, account, row);
  return result.ok ? result.explanation.doubts.map(({ about }) => about) : [];
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}
