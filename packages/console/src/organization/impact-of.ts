// The impact of a change, worked out in the page.

import { applyChanges, difference, evaluateSnapshot } from "@withhold/policy";
import type { Catalogue, Change, Evaluation } from "@withhold/policy";
import { impactRows } from "./impact.js";
import type { Impact } from "./impact.js";

/** `after`: of the organization as it would be. */
type EvaluatedImpact =
  | (Extract<Impact, { readonly ok: true }> & { readonly after: Evaluation })
  | Extract<Impact, { readonly ok: false }>;

/** As `whatIf`, with the evaluation of today, which the page has already. `catalogue`: which services policies may name. */
export function impactOf(
  evaluation: Evaluation,
  changes: readonly Change[],
  catalogue: Catalogue = evaluation.catalogue,
): EvaluatedImpact {
  const { snapshot } = evaluation;
  const applied = applyChanges(snapshot, changes, catalogue);
  if (!applied.ok) return { ok: false, message: applied.message };
  const after = evaluateSnapshot(applied.snapshot, { catalogue: evaluation.catalogue });
  if (!after.ok) return { ok: false, message: after.problem.message };
  const report = difference(evaluation, after.evaluation, changes);
  return { ok: true, report, rows: impactRows(report), after: after.evaluation };
}
