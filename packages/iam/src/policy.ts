// A compiled policy: statements that match requests.

import type { Condition } from "./conditions/condition.js";
import type { ActionList } from "./matching/action-list.js";
import type { PrincipalList } from "./matching/principal-list.js";
import type { ResourceList } from "./matching/resource-list.js";

export type Effect = "Allow" | "Deny";

/** Applies to a request when all of its elements match. */
export interface Statement {
  /** The name of its policy. */
  readonly policy: string;
  /** As in the document; empty when it has none. */
  readonly sid: string;
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly effect: Effect;
  /** Undefined where the policy is for whoever it is attached to. */
  readonly principals: PrincipalList | undefined;
  readonly actions: ActionList;
  /** Undefined where the resource is what the policy is attached to. */
  readonly resources: ResourceList | undefined;
  readonly conditions: readonly Condition[];
}

export interface Policy {
  /** By which explanations call it. */
  readonly name: string;
  readonly allows: readonly Statement[];
  readonly denies: readonly Statement[];
}
