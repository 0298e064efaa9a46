// What a policy would do: every account and service that flips, what is deleted, and what could still be overridden.

import {
  aiOptOutType,
  awsCatalogue,
  canOverride,
  evaluateSnapshot,
  parsePolicy,
  serviceKeyForm,
  servicesKey,
} from "@withhold/policy";
import type {
  AccountName,
  Catalogue,
  Change,
  Choice,
  Evaluation,
  OrganizationSnapshot,
  OverrideReport,
  ServiceRow,
  WhatIfReport,
} from "@withhold/policy";
import { impactOf } from "../organization/impact-of.js";

/** What is about to be done: a policy made and attached, or one rewritten that stands where it stands. */
export type Plan =
  | { readonly kind: "create"; readonly content: string; readonly targetId: string }
  | {
      readonly kind: "update";
      readonly content: string;
      readonly policyId: string;
      /** Attached there too, to see what that would do. */
      readonly targetId?: string;
    };

/** All accounts and services that go one way: from undecided to opted out, say. */
export interface Direction {
  readonly before: Choice;
  readonly after: Choice;
  /** Accounts times services; services that nobody can name yet do not count. */
  readonly pairs: number;
  readonly accounts: readonly AccountName[];
  /** With the number of accounts for which each flips. */
  readonly services: readonly { readonly row: ServiceRow; readonly accounts: number }[];
}

export interface PolicyImpact {
  readonly report: WhatIfReport;
  readonly directions: readonly Direction[];
  /** For each target, as far as they are looked at. */
  readonly overrides: readonly OverrideReport[];
  /** Targets beyond those. */
  readonly overridesLeft: number;
  /** The type is not enabled: this is what would hold once it is. */
  readonly assumesEnabled: boolean;
}

export type PolicyImpactResult =
  | { readonly ok: true; readonly impact: PolicyImpact }
  | { readonly ok: false; readonly message: string };

/** Targets whose locks are looked at; a policy attached to more is told so. */
const overridesMax = 10;

export function policyImpact(evaluation: Evaluation, plan: Plan): PolicyImpactResult {
  const before = asEnabled(evaluation);
  const found = impactOf(before, changesOf(before.snapshot, plan), catalogueWith(plan.content));
  if (!found.ok) return found;
  const { report, after } = found;
  const targets = targetsOf(after.snapshot, plan);
  const overrides = targets.slice(0, overridesMax).flatMap((id) => {
    const result = canOverride(after, id);
    return result.ok ? [result.report] : [];
  });
  return {
    ok: true,
    impact: {
      report,
      directions: directionsOf(report),
      overrides,
      overridesLeft: targets.length - overrides.length,
      assumesEnabled: !evaluation.isEnabled,
    },
  };
}

/** AWS's services, and those that the policy names in the form of a service key: the server may know them. */
export function catalogueWith(content: string): Catalogue {
  const { document } = parsePolicy(content, { type: aiOptOutType });
  const named = [...(document.members.get(servicesKey)?.members.keys() ?? [])];
  const unknown = named.filter(
    (key) => key !== "default" && !awsCatalogue.has(key) && serviceKeyForm.test(key),
  );
  if (unknown.length === 0) return awsCatalogue;
  return new Map([
    ...awsCatalogue,
    ...unknown.map((key) => [key, { key, name: key, evidence: "extension" }] as const),
  ]);
}

function asEnabled(evaluation: Evaluation): Evaluation {
  if (evaluation.isEnabled) return evaluation;
  const { snapshot } = evaluation;
  const enabledTypes = [...(snapshot.enabledTypes ?? []), aiOptOutType];
  const result = evaluateSnapshot({ ...snapshot, enabledTypes });
  return result.ok ? result.evaluation : evaluation;
}

function changesOf(snapshot: OrganizationSnapshot, plan: Plan): readonly Change[] {
  const { content } = plan;
  if (plan.kind === "create") {
    const id = "p-new";
    return [
      { kind: "policy-created", policy: { id, name: id, type: aiOptOutType, content } },
      { kind: "policy-attached", policyId: id, targetId: plan.targetId },
    ];
  }
  const { policyId, targetId } = plan;
  const isThere = snapshot.attachments.some(
    (attachment) => attachment.policyId === policyId && attachment.targetId === targetId,
  );
  return [
    { kind: "policy-updated", policyId, content },
    ...(targetId === undefined || isThere ? [] : [{ kind: "policy-attached", policyId, targetId } as const]),
  ];
}

function targetsOf({ attachments }: OrganizationSnapshot, plan: Plan): readonly string[] {
  if (plan.kind === "create") return [plan.targetId];
  return attachments.filter(({ policyId }) => policyId === plan.policyId).map(({ targetId }) => targetId);
}

function directionsOf({ groups }: WhatIfReport): readonly Direction[] {
  const found = new Map<string, DirectionDraft>();
  for (const { flips, accounts } of groups) {
    const seen = new Set<DirectionDraft>();
    for (const { service, before, after } of flips) {
      const key = `${before}>${after}`;
      let draft = found.get(key);
      if (draft === undefined)
        found.set(key, (draft = { before, after, pairs: 0, accounts: [], services: new Map() }));
      if (service.kind === "service") draft.pairs += accounts.length;
      const id = service.kind === "service" ? service.key : `(${service.kind})`;
      draft.services.set(id, {
        row: service,
        accounts: (draft.services.get(id)?.accounts ?? 0) + accounts.length,
      });
      if (!seen.has(draft)) draft.accounts.push(...accounts);
      seen.add(draft);
    }
  }
  return [...found.values()]
    .map(({ services, ...draft }) => ({ ...draft, services: [...services.values()] }))
    .toSorted((a, b) => b.pairs - a.pairs);
}

interface DirectionDraft {
  readonly before: Choice;
  readonly after: Choice;
  pairs: number;
  readonly accounts: AccountName[];
  readonly services: Map<string, { readonly row: ServiceRow; readonly accounts: number }>;
}
