// A compiled policy: statements that match requests.

import type { Condition } from "./conditions/condition.js";
import type { ActionList } from "./matching/action-list.js";
import type { PrincipalList } from "./matching/principal-list.js";
import type { ResourceList } from "./matching/resource-list.js";

export type Effect = "Allow" | "Deny";

/** Applies to a request when all of its elements match. */
export interface Statement {
  readonly effect: Effect;
  /** As in the document; empty when it has none. */
  readonly sid: string;
  /** Its place in the document, from 0. */
  readonly index: number;
  /** Absent where the policy is for whoever it is attached to. */
  readonly principals?: PrincipalList;
  readonly actions: ActionList;
  /** Absent where the resource is what the policy is attached to. */
  readonly resources?: ResourceList;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  readonly allows: readonly Statement[];
  readonly denies: readonly Statement[];
}

/** A policy with the name by which explanations call it: its ARN, id or name. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}
