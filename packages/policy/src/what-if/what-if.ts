// What if: changes applied to a snapshot, and the difference of the two evaluations.

import { evaluateSnapshot } from "../evaluation/evaluate-snapshot.js";
import type { EvaluationOptions } from "../evaluation/evaluate-snapshot.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { applyChanges } from "./apply-change.js";
import type { Change } from "./change.js";
import { Flips } from "./flip.js";
import type { AccountName, Deletion, Flip, FlipGroup, WhatIfReport } from "./what-if-report.js";

export type WhatIfResult =
  | { readonly ok: true; readonly report: WhatIfReport }
  | { readonly ok: false; readonly message: string };

/** Changes nothing: reports what the changes, made in this order, would do to every account and service. */
export function whatIf(
  snapshot: OrganizationSnapshot,
  changes: readonly Change[],
  options: EvaluationOptions = {},
): WhatIfResult {
  const applied = applyChanges(snapshot, changes, options.catalogue);
  if (!applied.ok) {
    const which = changes.length === 1 ? "" : `change ${applied.index + 1} of ${changes.length}: `;
    return { ok: false, message: `${which}${applied.message}` };
  }
  const before = evaluateSnapshot(snapshot, options);
  if (!before.ok) return { ok: false, message: before.problem.message };
  const after = evaluateSnapshot(applied.snapshot, options);
  if (!after.ok) return { ok: false, message: after.problem.message };
  return { ok: true, report: difference(before.evaluation, after.evaluation, changes) };
}

/** The difference of two evaluations. Accounts that only one of them has do not count. */
export function difference(
  before: Evaluation,
  after: Evaluation,
  changes: readonly Change[] = [],
): WhatIfReport {
  const found = new Flips(before, after);
  const byFlips = new Map<readonly Flip[], AccountName[]>();
  for (const { id, name } of before.snapshot.accounts) {
    if (!after.index.nodes.has(id)) continue;
    const flips = found.ofAccount(id);
    if (flips.length === 0) continue;
    const accounts = byFlips.get(flips);
    if (accounts === undefined) byFlips.set(flips, [{ id, name }]);
    else accounts.push({ id, name });
  }
  const groups = Array.from(byFlips, ([flips, accounts]): FlipGroup => ({ flips, accounts }));
  return {
    version: 1,
    kind: "what-if",
    changes,
    accountsCount: before.snapshot.accounts.length,
    accountsAffected: groups.reduce((count, { accounts }) => count + accounts.length, 0),
    groups,
    deletions: groups.flatMap(deletionsIn),
  };
}

function deletionsIn({ flips, accounts }: FlipGroup): readonly Deletion[] {
  return (["yes", "possibly"] as const).flatMap((certainty) => {
    const services = flips.filter(({ deletes }) => deletes === certainty).map(({ service }) => service);
    return services.length === 0 ? [] : [{ certainty, services, accounts }];
  });
}
