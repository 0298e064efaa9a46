import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyLevel, effectivePolicy } from "../effective-policy.js";
import { evaluateSnapshot } from "../evaluation/evaluate-snapshot.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { laneBelow, laneChoice, lanesCount } from "../evaluation/lane.js";
import { LaneSets } from "../evaluation/lane-set.js";
import { serviceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { choiceFor } from "../opt-out-choice.js";
import { aiOptOutCharactersMax, parsePolicy, readValidPolicy } from "../parse-policy.js";
import { chainAccountId, snapshotOfChain } from "../snapshot/snapshot-of-chain.js";
import { applyChanges } from "../what-if/apply-change.js";
import type { Change } from "../what-if/change.js";
import { reachBelow, services, tally } from "./brute-force.fixture.js";
import { canOverride } from "./can-override.js";
import { drawnChain, grammarSize, unnamedService } from "./grammar.fixture.js";
import { searchOptIn } from "./opt-in-search.js";
import type { OverrideAnswer, Remedy } from "./override-answer.js";
import { describeEdit, editedText, ownEdits, sharedEdits } from "./policy-edit.js";
import { findRemedy } from "./remedy.js";

const provenance = { source: "drawn", readAt: "2026-01-01T00:00:00Z" };

/** The levels as given, and an account below them without policies of its own. */
function evaluated(levels: readonly (readonly string[])[]): Evaluation {
  const named = levels.map((texts) => texts.map((content, index) => ({ name: `policy ${index}`, content })));
  const result = evaluateSnapshot(snapshotOfChain([...named, []], provenance));
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}

const rowOf = (service: string): ServiceRow =>
  service === unnamedService ? { kind: "unnamed" } : serviceRow(service);

function answers(evaluation: Evaluation, rows: readonly ServiceRow[]): readonly OverrideAnswer[] {
  const result = canOverride(evaluation, chainAccountId, rows);
  if (!result.ok) throw new Error(result.message);
  return result.report.answers;
}

/** The size of a witness in the measure of the grammar. */
function sizeOf(content: string): number {
  const { services } = JSON.parse(content) as { services: Record<string, { opt_out_policy: object }> };
  const entries = Object.values(services).map(
    (entry) => [JSON.stringify(entry), { value: "optIn", valueLocked: false, locked: false }] as const,
  );
  expect(content).not.toContain("@@none");
  return grammarSize({ locked: false, entries: new Map(entries) });
}

/** By trying everything: nobody below opts in, and all is opted out. */
function isClosedAfter(evaluation: Evaluation, changes: readonly Change[]): boolean {
  const applied = applyChanges(evaluation.snapshot, changes);
  if (!applied.ok) throw new Error(applied.message);
  const after = evaluateSnapshot(applied.snapshot);
  if (!after.ok) throw new Error(after.problem.message);
  const merge = effectivePolicy(after.evaluation.chain(chainAccountId));
  const { smallest, inTwo } = reachBelow(merge);
  const isOut = services.every((service) => choiceFor(merge, service).choice === "optOut");
  return isOut && smallest.size === 0 && inTwo.size === 0;
}

/** The changes of a remedy with one edit fewer, where that is still a valid policy. */
function editsLeftOut({ changes, edits }: Remedy, { index }: Evaluation): readonly (readonly Change[])[] {
  const all = [...sharedEdits, ...["lex", "polly"].flatMap(ownEdits)];
  const found = edits.map((sentence) => all.find((edit) => describeEdit(edit) === sentence));
  return found.flatMap((left) => {
    const rest = found.filter((edit) => edit !== left).flatMap((edit) => (edit === undefined ? [] : [edit]));
    const fewer = changes.map((change): Change => {
      if (change.kind === "policy-created") {
        return { ...change, policy: { ...change.policy, content: editedText("{}", rest) ?? "" } };
      }
      if (change.kind !== "policy-updated") return change;
      const before = index.policies.get(change.policyId)?.content ?? "";
      return { ...change, content: editedText(before, rest) ?? "" };
    });
    return isValid(fewer) ? [fewer] : [];
  });
}

function isValid(changes: readonly Change[]): boolean {
  return changes.every((change) => {
    const content =
      change.kind === "policy-created"
        ? change.policy.content
        : change.kind === "policy-updated"
          ? change.content
          : undefined;
    return typeof content !== "string" || parsePolicy(content, { type: "AISERVICES_OPT_OUT_POLICY" }).valid;
  });
}

describe("against trying everything", () => {
  test("the verdict is the same, and a witness works and none is smaller", { timeout: 30_000 }, () => {
    const verdicts = { reachable: 0, impossible: 0, undetermined: 0 };
    fc.assert(
      fc.property(drawnChain, (levels) => {
        const evaluation = evaluated(levels);
        const merge = effectivePolicy(evaluation.chain(chainAccountId));
        const { smallest, inTwo } = reachBelow(merge);
        const rows = [...services.map(rowOf), { kind: "future" } as const];
        for (const [index, answer] of answers(evaluation, rows).entries()) {
          // What holds for a service that nobody names holds for one that is yet to come.
          const service = services[index] ?? unnamedService;
          verdicts[answer.verdict] += 1;
          expect(answer.verdict).toBe(smallest.has(service) ? "reachable" : "impossible");
          expect(inTwo.has(service)).toBe(smallest.has(service));
          if (answer.witness !== undefined) {
            expect(sizeOf(answer.witness.content)).toBe(smallest.get(service));
          } else {
            expect(answer.obstacles?.map(({ by }) => by.length)).toEqual([
              expect.any(Number),
              expect.any(Number),
            ]);
            expect(answer.obstacles?.every(({ by }) => by.length > 0)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
    // The draw must show both, or this shows nothing.
    expect(verdicts.reachable).toBeGreaterThan(150);
    expect(verdicts.impossible).toBeGreaterThan(150);
    expect(tally.tried).toBeGreaterThan(500_000);
  });

  test("a witness is a valid policy within AWS's limit, and opts in when attached below", () => {
    fc.assert(
      fc.property(drawnChain, (levels) => {
        const evaluation = evaluated(levels);
        const merge = effectivePolicy(evaluation.chain(chainAccountId));
        for (const { service, witness } of answers(evaluation, services.slice(0, 2).map(rowOf))) {
          if (witness === undefined || service.kind !== "service") continue;
          const options = {
            type: "AISERVICES_OPT_OUT_POLICY",
            charactersMax: aiOptOutCharactersMax,
          } as const;
          expect(parsePolicy(witness.content, options).findings).toEqual([]);
          const document = readValidPolicy(witness.content);
          const after = applyLevel(merge, { id: "below", policies: [{ id: "witness", document }] });
          expect(choiceFor(after, service.key)).toMatchObject({ choice: "optIn", entry: witness.entry });
        }
      }),
    );
  });

  test("a remedy closes what was open, and no part of it can be left out", { timeout: 30_000 }, () => {
    const closed = { remedies: 0 };
    fc.assert(
      fc.property(drawnChain, (levels) => {
        const evaluation = evaluated(levels);
        const rows: readonly ServiceRow[] = [...services.map(rowOf), { kind: "future" }];
        const result = findRemedy(evaluation, chainAccountId, rows);
        if (!result.ok) throw new Error(result.message);
        const { changes, edits } = result.remedy;
        if (edits.length > 0) closed.remedies += 1;
        expect(isClosedAfter(evaluation, changes)).toBe(true);
        for (const fewer of editsLeftOut(result.remedy, evaluation)) {
          expect(isClosedAfter(evaluation, fewer)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
    expect(closed.remedies).toBeGreaterThan(100);
  });
});

test("what several levels reach together one policy reaches alone: every lane, by exhaustion", () => {
  const sets = new LaneSets();
  const all = Array.from({ length: lanesCount }, (_, lane) => lane);
  // Backwards from the lanes that are opted in, until no lane is added.
  const reaching = new Set(all.filter((lane) => laneChoice(lane) === "optIn"));
  for (let before = -1; before < reaching.size;) {
    before = reaching.size;
    for (const lane of all) {
      if (!reaching.has(lane) && all.some((policy) => reaching.has(laneBelow(lane, policy))))
        reaching.add(lane);
    }
  }
  for (const lane of all) {
    expect(searchOptIn(sets.one(lane), "own").verdict).toBe(reaching.has(lane) ? "reachable" : "impossible");
  }
  expect(reaching.size).toBeLessThan(lanesCount);
});
