// The impact of what is being edited, computed when the typing rests.

import { useEffect, useMemo, useState } from "react";
import { useOrganization } from "../organization/use-organization.js";
import { policyImpact } from "./policy-impact.js";
import type { Plan, PolicyImpact } from "./policy-impact.js";
import { minifiedText } from "./policy-text.js";

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
  const evaluation = organization?.evaluation;
  const wanted = plan === undefined ? "" : planText(plan);
  const settled = useSettled(wanted);
  const result = useMemo(
    () =>
      evaluation === undefined || settled === ""
        ? undefined
        : policyImpact(evaluation, JSON.parse(settled) as Plan),
    [evaluation, settled],
  );
  return useMemo(() => {
    if (obstacle !== undefined) return { status: "invalid", message: obstacle };
    if (evaluation === undefined) {
      return error === undefined ? { status: "reading" } : { status: "unreadable", error };
    }
    if (wanted === "") return { status: "no-target" };
    if (result === undefined) return { status: "reading" };
    if (!result.ok) return { status: "invalid", message: result.message };
    return { status: "known", impact: result.impact, isStale: settled !== wanted };
  }, [obstacle, evaluation, error, wanted, settled, result]);
}

/** Equal for plans that say the same: white space is nothing to compute anew for. */
function planText(plan: Plan): string {
  return JSON.stringify({ ...plan, content: minifiedText(plan.content) ?? plan.content });
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
