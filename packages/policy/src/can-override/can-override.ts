// Could anybody below a point still opt a service in? A witness that does, or the locks that rule it out.

import type { Evaluation } from "../evaluation/evaluation.js";
import { levelName } from "../evaluation/place.js";
import { serviceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { quote } from "../json.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";
import { obstaclesTo } from "./obstacle.js";
import { searchOptIn } from "./opt-in-search.js";
import type { OverrideAnswer, OverrideReport } from "./override-answer.js";
import { witnessOf } from "./witness.js";

export type OverrideResult =
  | { readonly ok: true; readonly report: OverrideReport }
  | { readonly ok: false; readonly message: string };

/**
 * For the root, an OU or an account, and a service by key, several rows, or every row. What is quantified over: any
 * number of policies attached, detached or rewritten anywhere below the border (see `OverrideReport.point`).
 */
export function canOverride(
  evaluation: Evaluation,
  pointId: string,
  services?: string | readonly ServiceRow[],
): OverrideResult {
  const point = evaluation.index.nodes.get(pointId);
  if (point === undefined) {
    return { ok: false, message: `no root, OU or account ${quote(pointId)} in the snapshot` };
  }
  const rows =
    typeof services === "string"
      ? [serviceRow(services, evaluation.catalogue)]
      : (services ?? evaluation.rows);
  const border = borderOf(point);
  const report: OverrideReport = {
    version: 1,
    kind: "can-override",
    point: levelName(point),
    given: border === undefined ? [] : evaluation.nodesTo(border.id).map(levelName),
    typeEnabled: evaluation.isEnabled,
    answers: rows.map((row) => answer(evaluation, border ?? point, row)),
  };
  return { ok: true, report };
}

/** The lowest node whose policies are given. An account's own stand below every border. */
export function borderOf(point: SnapshotNode): SnapshotNode | undefined {
  return point.kind === "account" ? point.parent : point;
}

function answer(evaluation: Evaluation, border: SnapshotNode, row: ServiceRow): OverrideAnswer {
  const above = evaluation.laneSet(border.id, row);
  const search = searchOptIn(above, row.kind === "service" ? "own" : "default");
  const told = { service: row, verdict: search.verdict, choiceAbove: evaluation.choice(border.id, row) };
  switch (search.verdict) {
    case "reachable":
      return { ...told, witness: witnessOf(evaluation, border.id, row, search.policy) };
    case "impossible":
      return { ...told, obstacles: obstaclesTo(evaluation, border.id, row) };
    case "undetermined":
      return { ...told, doubts: evaluation.doubts(border.id) };
  }
}
