// The policy types of the newest AWS SDK.

import { mergeablePolicyTypes } from "@withhold/policy";
import type { MergeablePolicyType } from "@withhold/policy";
import type { EffectivePolicyType, PolicyType } from "@aws-sdk/client-organizations";

export const policyTypes: readonly PolicyType[] = [
  ...mergeablePolicyTypes,
  "SERVICE_CONTROL_POLICY",
  "RESOURCE_CONTROL_POLICY",
];

/** Fails to compile when the engine's types and the SDK's part ways: an SDK with a new type is noticed on upgrade. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
true satisfies Same<MergeablePolicyType, EffectivePolicyType>;
