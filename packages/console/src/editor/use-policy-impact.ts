// The impact of what is being edited, computed when the typing rests.

import { useEffect, useMemo, useState } from "react";
import { useOrganization } from "../organization/use-organization.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { policyImpact } from "./policy-impact.js";
import type { PolicyImpact, Plan } from "./policy-impact.js";

export type PolicyImpactState =
  | { readonly status: "reading" }
  | { readonly status: "unreadable"; readonly error: unknown }
  | { readonly status: "no-target" }
  | { readonly status: "invalid"; readonly message: string }
  | { readonly status: "known"; readonly impact: PolicyImpact; readonly isStale: boolean };

/** Milliseconds without a change before the organization is evaluated anew. */
const rest = 200;

/** `plan` is undefined where there is nothing to look at: no target, or a document with errors. */
export function usePolicyImpact(plan: Plan | undefined, obstacle: string | undefined): PolicyImpactState {
  const { organization, error } = useOrganization();
  const settled = useSettled(plan === undefined ? "" : JSON.stringify(plan));
  const result = useMemo(
    () => (organization === undefined || settled === "" ? undefined : computed(organization, settled)),
    [organization, settled],
  );
  if (obstacle !== undefined) return { status: "invalid", message: obstacle };
  if (error !== undefined) return { status: "unreadable", error };
  if (organization === undefined) return { status: "reading" };
  if (plan === undefined) return { status: "no-target" };
  if (result === undefined) return { status: "reading" };
  if (!result.ok) return { status: "invalid", message: result.message };
  return { status: "known", impact: result.impact, isStale: settled !== JSON.stringify(plan) };
}

function computed({ evaluation }: EvaluatedOrganization, plan: string) {
  return policyImpact(evaluation, JSON.parse(plan) as Plan);
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
