// The policy types that count in an organization.

import type { PolicyTypeSummary } from "@aws-sdk/client-organizations";
import { aiOptOutType } from "../paths.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";

/** Those that are enabled, the opt-out first. */
export function enabledTypes(types: readonly PolicyTypeSummary[]): readonly string[] {
  const enabled = types.flatMap(({ Type, Status }) =>
    Type !== undefined && Status === "ENABLED" ? [Type] : [],
  );
  return enabled.toSorted((a, b) => Number(b === aiOptOutType) - Number(a === aiOptOutType));
}

/** `AI services opt-out policies`; a type that a later API brings, as the API names it. */
export function enabledTypeName(type: string): string {
  return policyTypeFacts(type)?.name ?? type;
}
