// What opting out of everything takes, given how things are: the ways that close it, each evaluated, the best first.

import { applyChanges, canOverride, difference, evaluateSnapshot, findRemedy } from "@withhold/policy";
import type {
  Evaluation,
  OrganizationSnapshot,
  ServiceRow,
  SnapshotPolicy,
  WhatIfReport,
} from "@withhold/policy";
import { aiOptOutType } from "../../paths.js";
import { isFullLock } from "./full-lock.js";
import { attachmentsMax, policiesMax } from "./limits.js";
import { freeName } from "./new-policy-name.js";
import { createdPolicyId, stepChanges } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";

/**
 * `lock`: attach the policy with all three locks. `mend`: change a policy that is attached to the root already.
 * `replace`: attach the lock in place of the policies at the root that win over it.
 */
export type OptOutWay = "lock" | "mend" | "replace";

export interface OptOutPlan {
  readonly way: OptOutWay;
  readonly steps: readonly OptOutStep[];
  /** How things are once all steps are made. */
  readonly after: Evaluation;
  readonly report: WhatIfReport;
  /** Whether all is opted out then, and nobody below the root can change it. */
  readonly isClosed: boolean;
}

/**
 * A policy at the root that keeps the lock from closing for some services: it was attached first and says otherwise, or
 * it has an entry of its own that it does not lock.
 */
export interface Hindrance {
  readonly policy: SnapshotPolicy;
  readonly services: readonly ServiceRow[];
  readonly isUnread: boolean;
}

export type OptOutPlans =
  | { readonly isDone: true }
  | {
      readonly isDone: false;
      /** At least one where anything can be done; where none closes it, the lock alone, which says so. */
      readonly plans: readonly OptOutPlan[];
      readonly hindrances: readonly Hindrance[];
      /** Why the lock cannot be attached as it is. */
      readonly refusals: readonly string[];
    };

/** Where a policy is created it has a free name; `renamed` gives it another. */
export function planOptOut(evaluation: Evaluation): OptOutPlans {
  if (evaluation.isEnabled && isClosedAtRoot(evaluation)) return { isDone: true };
  const now = new Planning(evaluation, freeName(evaluation.snapshot));
  const lock = now.lock();
  const refusals = lock.refusals;
  const hindrances = now.hindrances();
  const all = [
    ...(refusals.length === 0 ? [now.plan("lock", lock.steps)] : []),
    ...now.mend(),
    ...now.replace(hindrances),
  ].filter((plan) => plan !== undefined);
  const closing = all.filter(({ isClosed }) => isClosed);
  return { isDone: false, plans: closing.length > 0 ? closing : all.slice(0, 1), hindrances, refusals };
}

/** Everything opted out at the root, services to come included, and no policy below that could change it. */
function isClosedAtRoot(evaluation: Evaluation): boolean {
  return openAtRoot(evaluation).length === 0;
}

function openAtRoot(evaluation: Evaluation): readonly ServiceRow[] {
  const { rows, snapshot } = evaluation;
  const rootId = snapshot.root.id;
  const isOut = rows.filter((row) => evaluation.choice(rootId, row) === "optOut");
  const asked = canOverride(evaluation, rootId, isOut);
  const answers = asked.ok ? asked.report.answers : [];
  const closed = new Set(
    answers.filter(({ verdict }) => verdict === "impossible").map(({ service }) => service),
  );
  return rows.filter((row) => !closed.has(row));
}

class Planning {
  readonly #before: Evaluation;
  /** As it is, with the type enabled. */
  readonly #enabled: Evaluation;
  readonly #atRoot: readonly SnapshotPolicy[];
  readonly #existing: SnapshotPolicy | undefined;
  readonly #name: string;

  constructor(before: Evaluation, name: string) {
    this.#before = before;
    this.#enabled = evaluated(withType(before.snapshot));
    this.#name = name;
    this.#atRoot = this.#enabled.attachedAt(this.#enabled.node(this.#rootId));
    const locks = before.snapshot.policies.filter(
      ({ type, content }) => type === aiOptOutType && isFullLock(content),
    );
    this.#existing = locks.find((policy) => this.#atRoot.some(({ id }) => id === policy.id)) ?? locks[0];
  }

  get #rootId(): string {
    return this.#before.snapshot.root.id;
  }

  get #isAttached(): boolean {
    return this.#atRoot.some(({ id }) => id === this.#existing?.id);
  }

  /** The steps that attach the lock, and why they cannot be made. */
  lock(): { readonly steps: readonly OptOutStep[]; readonly refusals: readonly string[] } {
    const count = this.#before.snapshot.policies.filter(({ type }) => type === aiOptOutType).length;
    const isFull = !this.#isAttached && this.#atRoot.length >= attachmentsMax;
    const refusals = [
      ...(this.#existing === undefined && count >= policiesMax
        ? [
            `there are ${policiesMax} policies of this type already, which is the quota; delete one that is not needed`,
          ]
        : []),
      ...(isFull
        ? [`${attachmentsMax} policies of this type are attached to the root already, which is the quota`]
        : []),
    ];
    return { steps: this.#lockSteps(), refusals };
  }

  #lockSteps(): readonly OptOutStep[] {
    const policyName = this.#existing?.name ?? this.#name;
    const policyId = this.#existing?.id ?? createdPolicyId;
    return [
      ...this.#enabling(),
      ...(this.#existing === undefined ? [{ kind: "create-policy", policyName } as const] : []),
      ...(this.#isAttached
        ? []
        : [{ kind: "attach-policy", policyId, policyName, rootId: this.#rootId } as const]),
    ];
  }

  /** Each policy at the root that, attached before the lock, keeps it from closing. */
  hindrances(): readonly Hindrance[] {
    const { id: lockId = createdPolicyId } = this.#existing ?? {};
    return this.#atRoot
      .filter(({ id }) => id !== lockId)
      .flatMap((policy) => {
        const others = this.#atRoot.filter((other) => other !== policy && other.id !== lockId);
        const after = this.#after(this.#lockSteps(), others);
        const services = after === undefined ? [] : openAtRoot(after);
        const isUnread = this.#enabled.policies.read(policy).document === undefined;
        return services.length === 0 ? [] : [{ policy, services, isUnread }];
      });
  }

  /** The smallest change to a policy at the root. */
  mend(): readonly (OptOutPlan | undefined)[] {
    const found = findRemedy(this.#enabled, this.#rootId);
    const change = found.ok ? found.remedy.changes[0] : undefined;
    if (!found.ok || change?.kind !== "policy-updated") return [];
    const policy = this.#before.snapshot.policies.find(({ id }) => id === change.policyId);
    if (policy === undefined) return [];
    const { id: policyId, name: policyName, content } = policy;
    const { edits } = found.remedy;
    const update = {
      kind: "update-policy",
      policyId,
      policyName,
      before: content ?? "",
      content: change.content,
      edits,
    } as const;
    return [this.plan("mend", [...this.#enabling(), update])];
  }

  /** The lock first, what it replaces after it: at no moment is less opted out than before. */
  replace(hindrances: readonly Hindrance[]): readonly (OptOutPlan | undefined)[] {
    const [first, ...rest] = hindrances.map(
      ({ policy }) =>
        ({
          kind: "detach-policy",
          policyId: policy.id,
          policyName: policy.name,
          rootId: this.#rootId,
        }) as const,
    );
    if (first === undefined) return [];
    const isFull = !this.#isAttached && this.#atRoot.length >= attachmentsMax;
    const lock = this.#lockSteps();
    const attach = lock.filter(({ kind }) => kind === "attach-policy");
    const steps = isFull
      ? [...lock.filter((step) => !attach.includes(step)), first, ...attach, ...rest]
      : [...lock, first, ...rest];
    return [this.plan("replace", steps)];
  }

  plan(way: OptOutWay, steps: readonly OptOutStep[]): OptOutPlan | undefined {
    const after = this.#after(steps);
    if (after === undefined) return undefined;
    const changes = steps.flatMap(stepChanges);
    return {
      way,
      steps,
      after,
      report: withoutUnnamed(difference(this.#before, after, changes)),
      isClosed: isClosedAtRoot(after),
    };
  }

  #enabling(): readonly OptOutStep[] {
    return this.#before.isEnabled ? [] : [{ kind: "enable-type", rootId: this.#rootId }];
  }

  /** With what is attached to the root but does not count here taken away before. */
  #after(steps: readonly OptOutStep[], without: readonly SnapshotPolicy[] = []): Evaluation | undefined {
    const gone = new Set(without.map(({ id }) => id));
    const { snapshot } = this.#enabled;
    const attachments = snapshot.attachments.filter(
      ({ policyId, targetId }) => targetId !== this.#rootId || !gone.has(policyId),
    );
    const applied = applyChanges(
      { ...snapshot, attachments },
      steps.flatMap(stepChanges),
      this.#before.catalogue,
    );
    return applied.ok ? evaluated(applied.snapshot) : undefined;
  }
}

const isTold = ({ kind }: ServiceRow): boolean => kind !== "unnamed";

/** Services that no policy names flip with those to come: told once, as everywhere in the overview. */
function withoutUnnamed(report: WhatIfReport): WhatIfReport {
  return {
    ...report,
    groups: report.groups.map((group) => ({
      ...group,
      flips: group.flips.filter(({ service }) => isTold(service)),
    })),
    deletions: report.deletions.map((deletion) => ({
      ...deletion,
      services: deletion.services.filter(isTold),
    })),
  };
}

function withType(snapshot: OrganizationSnapshot): OrganizationSnapshot {
  return { ...snapshot, enabledTypes: [...new Set([...(snapshot.enabledTypes ?? []), aiOptOutType])] };
}

function evaluated(snapshot: OrganizationSnapshot): Evaluation {
  const result = evaluateSnapshot(snapshot);
  // INVARIANT: changes keep a snapshot whole that was whole before.
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}
