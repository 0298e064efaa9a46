// A change to an organization that has not been made yet. JSON.

import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";

export type Change =
  /** A new policy, attached nowhere yet. */
  | { readonly kind: "policy-created"; readonly policy: SnapshotPolicy }
  | { readonly kind: "policy-updated"; readonly policyId: string; readonly content: string }
  /** Attached last, as AWS does. */
  | { readonly kind: "policy-attached"; readonly policyId: string; readonly targetId: string }
  | { readonly kind: "policy-detached"; readonly policyId: string; readonly targetId: string }
  | { readonly kind: "account-moved"; readonly accountId: string; readonly parentId: string }
  /** With all that stands under it. AWS has no such call; the same comes of moving its accounts. */
  | { readonly kind: "unit-moved"; readonly unitId: string; readonly parentId: string }
  /** Detaches every policy of the type, everywhere; enabling it again does not bring them back. */
  | { readonly kind: "type-disabled"; readonly policyType: string };
