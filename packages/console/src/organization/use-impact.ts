// The impact of a change that somebody is about to make, on the organization as it was read.

import type { Change } from "@withhold/policy";
import { useMemo } from "react";
import { impactOf } from "./impact-of.js";
import type { Impact } from "./impact.js";
import { useOrganization } from "./use-organization.js";

export interface ImpactState {
  /** Undefined while the organization is being read, and where it cannot be: then `error` says why. */
  readonly impact: Impact | undefined;
  readonly error: unknown;
}

/** Keep `changes` stable with `useMemo`. */
export function useImpact(changes: readonly Change[]): ImpactState {
  const { organization, error } = useOrganization();
  const impact = useMemo(
    () => (organization === undefined ? undefined : impactOf(organization.evaluation, changes)),
    [organization, changes],
  );
  return { impact, error: organization === undefined ? error : undefined };
}

/** Whether content that services have kept would be deleted for good, or may be. */
export function deletesContent({ impact }: ImpactState): boolean {
  return impact?.ok === true && impact.report.deletions.length > 0;
}
