// Could anybody below a point still opt a service in? A witness that does, or the locks that rule it out.

import type { Evaluation } from "../evaluation/evaluation.js";
import { levelName } from "../evaluation/place.js";
import { serviceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { quote } from "../json.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";
import { obstaclesTo } from "./obstacle.js";
import { searchOptIn } from "./opt-in-search.js";
import type { OverrideAnswer, OverrideReport, OverrideTree } from "./override-answer.js";
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
  return { ok: true, report: reportAt(evaluation, point, rows) };
}

/** The root and every OU, with a count of accounts for each row and verdict. */
export function canOverrideTree(
  evaluation: Evaluation,
  rows: readonly ServiceRow[] = evaluation.rows,
): OverrideTree {
  const accountsUnder = new Map<string, number>();
  for (const { parentId } of evaluation.snapshot.accounts) {
    accountsUnder.set(parentId, (accountsUnder.get(parentId) ?? 0) + 1);
  }
  const points: OverrideReport[] = [];
  const summary = rows.map((service) => ({
    service,
    accounts: { reachable: 0, impossible: 0, undetermined: 0 },
  }));
  for (const node of evaluation.index.nodes.values()) {
    if (node.kind === "account") continue;
    const report = reportAt(evaluation, node, rows);
    points.push(report);
    for (const [index, { accounts }] of summary.entries()) {
      const verdict = report.answers[index]?.verdict;
      if (verdict !== undefined) accounts[verdict] += accountsUnder.get(node.id) ?? 0;
    }
  }
  return { version: 1, kind: "can-override-tree", points, summary };
}

function reportAt(evaluation: Evaluation, point: SnapshotNode, rows: readonly ServiceRow[]): OverrideReport {
  const border = borderOf(point);
  return {
    version: 1,
    kind: "can-override",
    point: levelName(point),
    given: evaluation.nodesTo(border.id).map(levelName),
    typeEnabled: evaluation.isEnabled,
    answers: rows.map((row) => answer(evaluation, border, row)),
  };
}

/** The lowest node whose policies are given. An account's own stand below every border. */
export function borderOf(point: SnapshotNode): SnapshotNode {
  return point.kind === "account" && point.parent !== undefined ? point.parent : point;
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
      return { ...told, doubts: evaluation.doubts(border.id, row) };
  }
}
