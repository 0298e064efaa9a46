// The remedy: the smallest change to the policies at or above a point after which everything is opted out there for good.

import type { Catalogue } from "../catalogue.js";
import { aiOptOutType } from "../evaluation/ai-opt-out-type.js";
import { evaluateSnapshot } from "../evaluation/evaluate-snapshot.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { levelName } from "../evaluation/place.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { quote } from "../json.js";
import { characterCount } from "../parse-policy.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";
import { applyChanges } from "../what-if/apply-change.js";
import type { Change } from "../what-if/change.js";
import { borderOf } from "./can-override.js";
import type { Remedy } from "./override-answer.js";
import { describeEdit, editedText } from "./policy-edit.js";
import type { PolicyEdit } from "./policy-edit.js";
import { existingHosts, isClosed, newHosts, smallestEdits } from "./remedy-search.js";
import type { RemedyHost } from "./remedy-search.js";

export type RemedyResult =
  | { readonly ok: true; readonly remedy: Remedy }
  | { readonly ok: false; readonly message: string };

/**
 * For the root, an OU or an account, and all rows at once. An existing policy is changed where that can do, with the
 * fewest edits, the nearest to the point first; else a new policy is attached. Applied to the snapshot and evaluated
 * before anybody is told of it.
 */
export function findRemedy(
  evaluation: Evaluation,
  pointId: string,
  rows: readonly ServiceRow[] = evaluation.rows,
): RemedyResult {
  const point = evaluation.index.nodes.get(pointId);
  if (point === undefined) {
    return { ok: false, message: `no root, OU or account ${quote(pointId)} in the snapshot` };
  }
  const border = borderOf(point);
  if (!evaluation.isEnabled) {
    return { ok: false, message: "the policy type is not enabled; enable it first, then attach a policy" };
  }
  if (rows.every((row) => isClosed(evaluation.laneSet(border.id, row)))) {
    const nothing = { changes: [], edits: [], reaches: [], characters: 0 };
    return {
      ok: true,
      remedy: { version: 1, kind: "remedy", point: levelName(point), services: rows, ...nothing },
    };
  }
  for (const hosts of [existingHosts(evaluation, border), newHosts(evaluation, border)]) {
    const found = hosts.flatMap((host) => {
      const edits = smallestEdits(evaluation, border, rows, host);
      return edits === undefined ? [] : [{ host, edits }];
    });
    for (const { host, edits } of found.toSorted((a, b) => a.edits.length - b.edits.length)) {
      const remedy = tried(evaluation, { point, border, rows }, host, edits);
      if (remedy !== undefined) return { ok: true, remedy };
    }
  }
  const message =
    "no change to one policy closes this; what is in doubt, or AWS's limit of 2,500 characters, stands in the way";
  return { ok: false, message };
}

interface Task {
  readonly point: SnapshotNode;
  readonly border: SnapshotNode;
  readonly rows: readonly ServiceRow[];
}

/** The remedy, if it can be made and does what it should. */
function tried(
  evaluation: Evaluation,
  { point, border, rows }: Task,
  host: RemedyHost,
  edits: readonly PolicyEdit[],
): Remedy | undefined {
  const content = editedText(host.policy?.content ?? "{}", edits);
  if (content === undefined) return undefined;
  const changes = changesFor(evaluation, host, content);
  const catalogue = withNamed(evaluation, rows);
  const applied = applyChanges(evaluation.snapshot, changes, catalogue);
  const after = applied.ok ? evaluateSnapshot(applied.snapshot, { catalogue }) : undefined;
  if (after?.ok !== true || !rows.every((row) => isClosed(after.evaluation.laneSet(border.id, row))))
    return undefined;
  return {
    version: 1,
    kind: "remedy",
    point: levelName(point),
    services: rows,
    changes,
    edits: edits.map(describeEdit),
    reaches: reachOf(evaluation, host).map(levelName),
    characters: characterCount(content),
  };
}

function changesFor({ index }: Evaluation, { policy, node }: RemedyHost, content: string): readonly Change[] {
  if (policy !== undefined) return [{ kind: "policy-updated", policyId: policy.id, content }];
  let id = "new-policy";
  for (let count = 2; index.policies.has(id); count += 1) id = `new-policy-${count}`;
  return [
    { kind: "policy-created", policy: { id, name: id, type: aiOptOutType, content } },
    { kind: "policy-attached", policyId: id, targetId: node.id },
  ];
}

/** Every target that the changed policy is attached to. */
function reachOf({ index }: Evaluation, { policy, node }: RemedyHost): readonly SnapshotNode[] {
  if (policy === undefined) return [node];
  return [...index.nodes.values()].filter(({ attached }) => attached.includes(policy));
}

/** A service that a policy in force names is one that AWS knows, whether or not the catalogue does. */
function withNamed({ catalogue, named }: Evaluation, rows: readonly ServiceRow[]): Catalogue {
  const extended = new Map(catalogue);
  const asked = rows.flatMap((row) => (row.kind === "service" ? [row.key] : []));
  for (const key of [...named, ...asked]) {
    if (!extended.has(key)) extended.set(key, { key, name: key, evidence: "extension" });
  }
  return extended;
}
