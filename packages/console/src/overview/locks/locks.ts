// Whether anybody below could still opt a service in: what the root's locks say, and for how many accounts it is so.

import { canOverride } from "@withhold/policy";
import type { Evaluation, OverrideAnswer, OverrideVerdict, ServiceRow } from "@withhold/policy";
import type { LockCounts } from "../verdict.js";

/** One service, under the root and under every OU. */
export interface ServiceLock {
  readonly service: ServiceRow;
  /** For whoever may attach policies anywhere below the root. */
  readonly root: OverrideVerdict;
  /** Of the accounts, each with whoever may attach to it. */
  readonly accounts: Readonly<Record<OverrideVerdict, number>>;
  /** The root or the OU under which most accounts could be opted in; undefined where none could. */
  readonly openAt: string | undefined;
}

/** What the root alone says: enough for the first screen. */
export function rootAnswers(
  evaluation: Evaluation,
  services: readonly ServiceRow[],
): readonly OverrideAnswer[] {
  return answersAt(evaluation, evaluation.snapshot.root.id, services);
}

export function answersAt(
  evaluation: Evaluation,
  pointId: string,
  services: readonly ServiceRow[],
): readonly OverrideAnswer[] {
  const result = canOverride(evaluation, pointId, services);
  if (!result.ok) throw new Error(result.message);
  return result.report.answers;
}

export function serviceLocks(
  evaluation: Evaluation,
  services: readonly ServiceRow[],
): readonly ServiceLock[] {
  const { root, accounts } = evaluation.snapshot;
  const accountsAt = new Map<string, number>();
  for (const { parentId } of accounts) accountsAt.set(parentId, (accountsAt.get(parentId) ?? 0) + 1);
  // Points that came to the same by the same way have the same answers.
  const groups = new Map<object, { readonly pointId: string; accounts: number }>();
  for (const [pointId, count] of accountsAt) {
    const lanes = evaluation.serviceLanes(pointId);
    const group = groups.get(lanes);
    if (group === undefined) groups.set(lanes, { pointId, accounts: count });
    else group.accounts += count;
  }
  const points = Array.from(groups.values(), (group) => ({
    ...group,
    answers: answersAt(evaluation, group.pointId, services),
  })).toSorted((a, b) => b.accounts - a.accounts);
  return rootAnswers(evaluation, services).map(({ service, verdict }, index) => {
    const counts = { impossible: 0, reachable: 0, undetermined: 0 };
    let openAt = verdict === "reachable" ? root.id : undefined;
    for (const { pointId, accounts: count, answers } of points) {
      const at = answers[index]?.verdict ?? "undetermined";
      counts[at] += count;
      if (at === "reachable") openAt ??= pointId;
    }
    return { service, root: verdict, accounts: counts, openAt };
  });
}

export function lockCounts(answers: readonly OverrideAnswer[]): LockCounts {
  const count = (wanted: OverrideVerdict): number =>
    answers.filter(({ verdict }) => verdict === wanted).length;
  return { open: count("reachable"), unknown: count("undetermined"), services: answers.length };
}

/** `24 of 28 services are locked at the root`, in words for people. */
export function locksHeadline({ open, unknown, services }: LockCounts): string {
  const closed = services - open - unknown;
  if (closed === services) return `All ${services} services are locked: nobody below the root can opt in`;
  if (open === services)
    return "No service is locked: whoever may attach policies below the root can opt in any";
  const known = `${closed} of ${services} services are locked at the root`;
  return unknown === 0 ? known : `${known}; for ${unknown} that is unknown`;
}
