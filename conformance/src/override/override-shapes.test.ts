// Shapes of policies from the field: what each comes to, who could still opt in, and what the usual check says of it.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  aiOptOutType,
  canOverride,
  evaluateSnapshot,
  parsePolicy,
  serviceRow,
  snapshotOfChain,
} from "@withhold/policy";
import type { ChainPolicy, Evaluation, OrganizationSnapshot, ServiceRow } from "@withhold/policy";
import { expect, test } from "vitest";
import { loadOverrideVectors } from "./override-vector.js";
import type { OverrideVector } from "./override-vector.js";

const shapes = fileURLToPath(new URL("../../../examples/shapes", import.meta.url));
const vectors = loadOverrideVectors();

function policy(name: string): ChainPolicy {
  return {
    name,
    content: readFileSync(join(shapes, name), "utf8"),
    origin: { file: name, line: 1, column: 1 },
  };
}

function snapshotOf({ levels, unattached }: OverrideVector): OrganizationSnapshot {
  const attached = levels.map((names) => names.map(policy));
  const chain = snapshotOfChain(attached, { source: "examples/shapes", readAt: "2026-01-01T00:00:00Z" });
  const idle = unattached
    .map(policy)
    .map(({ name, content }) => ({ id: name, name, type: aiOptOutType, content }));
  return { ...chain, policies: [...chain.policies, ...idle] };
}

function evaluated(vector: OverrideVector): Evaluation {
  const result = evaluateSnapshot(snapshotOf(vector));
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}

const rowOf = (service: string): ServiceRow =>
  service === "unnamed" || service === "future" ? { kind: service } : serviceRow(service);

/** What auditors' tools ask: does any policy opt `default` out and lock that one value? Nothing else. */
function usualCheck({ policies }: OrganizationSnapshot): string {
  interface Looked {
    readonly services?: {
      readonly default?: { readonly opt_out_policy?: Readonly<Record<string, unknown>> | string };
    };
  }
  const passes = policies.some(({ content }) => {
    const setting = (JSON.parse(content ?? "{}") as Looked).services?.default?.opt_out_policy;
    if (typeof setting !== "object") return false;
    const lock = JSON.stringify(setting["@@operators_allowed_for_child_policies"]);
    return setting["@@assign"] === "optOut" && lock === '["@@none"]';
  });
  return passes ? "passes" : "fails";
}

test.each(vectors)("$id", (vector) => {
  const evaluation = evaluated(vector);
  const result = canOverride(
    evaluation,
    vector.point,
    vector.rows.map(({ service }) => rowOf(service)),
  );
  if (!result.ok) throw new Error(result.message);
  const rows = vector.rows.map(({ service }, index) => ({
    service,
    choice: evaluation.choice("account", rowOf(service)),
    override: result.report.answers[index]?.verdict,
  }));
  expect(rows).toEqual(vector.rows);
  expect(usualCheck(evaluation.snapshot)).toBe(vector.usualCheck);
});

test("the usual check passes on shapes under which a child can opt in", () => {
  const fooled = vectors.filter(
    ({ usualCheck, rows }) =>
      usualCheck === "passes" && rows.some(({ override }) => override === "reachable"),
  );
  expect(fooled.length).toBeGreaterThanOrEqual(4);
});

test("every shape has its vector, and the invalid ones are those that nobody can know", () => {
  const files = readdirSync(shapes);
  const used = new Set(vectors.flatMap(({ levels, unattached }) => [...levels.flat(), ...unattached]));
  expect(files.toSorted()).toEqual([...used].toSorted());
  const invalid = files.filter((file) => !parsePolicy(policy(file).content, { type: aiOptOutType }).valid);
  expect(invalid).toEqual([
    "effective-form.json",
    "invented-keys.json",
    "missing-level.json",
    "wrong-case.json",
  ]);
});
