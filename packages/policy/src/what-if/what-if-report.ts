// What a change would do, account by account and service by service. JSON; `version` names its form.

import type { Choice } from "../evaluation/lane-set.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { Change } from "./change.js";

export interface WhatIfReport {
  readonly version: 1;
  readonly kind: "what-if";
  readonly changes: readonly Change[];
  readonly accountsCount: number;
  /** How many accounts something flips for. */
  readonly accountsAffected: number;
  /** Accounts for which the same services flip alike; each account stands in one group at most. */
  readonly groups: readonly FlipGroup[];
  /** Opting out deletes stored content for good: where that would happen, and where it could. */
  readonly deletions: readonly Deletion[];
}

export interface FlipGroup {
  readonly flips: readonly Flip[];
  readonly accounts: readonly AccountName[];
}

export interface Flip {
  readonly service: ServiceRow;
  readonly before: Choice;
  /** The same as `before` only where both are undetermined, and it may flip or not. */
  readonly after: Choice;
  /** Whether content that the service has kept is deleted for good. `possibly`: something is in doubt. */
  readonly deletes: "yes" | "possibly" | "no";
}

export interface AccountName {
  readonly id: string;
  readonly name: string;
}

export interface Deletion {
  readonly certainty: "yes" | "possibly";
  readonly services: readonly ServiceRow[];
  readonly accounts: readonly AccountName[];
}
