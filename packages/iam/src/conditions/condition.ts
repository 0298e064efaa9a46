// A condition: one key under one operator, compiled, and whether it holds for a request.

import { anyMatch, holds } from "../matching/match.js";
import type { Match } from "../matching/match.js";
import type { Effect } from "../policy.js";
import type { ContextValue, RequestContext } from "../request.js";
import type { ValueTest } from "./condition-operator.js";

/**
 * How an operator goes through the values of a key that holds many. Without: one of them matches. `ForAllValues` holds
 * for an absent key, `ForAnyValue` never does.
 */
export type Quantifier = "ForAllValues" | "ForAnyValue" | undefined;

export interface Condition {
  /** In lower case. */
  readonly key: string;
  readonly quantifier: Quantifier;
  /** `…IfExists`: holds for an absent key. */
  readonly ifExists: boolean;
  readonly negated: boolean;
  /** The test, or for `Null` the answers to "is the key absent?" with which it holds. */
  readonly wanted: ValueTest | { readonly absent: readonly boolean[] };
}

export function conditionHolds(condition: Condition, context: RequestContext, effect: Effect): boolean {
  const { key, quantifier, ifExists, negated, wanted } = condition;
  const value = presentValue(context.get(key));
  if (typeof wanted !== "function") return wanted.absent.includes(value === undefined);
  if (value === undefined) {
    return ifExists || quantifier === "ForAllValues" || (quantifier === undefined && negated);
  }
  if (typeof value === "string") return holds(wanted(value, context), negated, effect);
  const test = (each: string): Match => wanted(each, context);
  switch (quantifier) {
    case undefined:
      return holds(anyMatch(value, test), negated, effect);
    case "ForAllValues":
      return value.every((each) => holds(test(each), negated, effect));
    case "ForAnyValue":
      return value.some((each) => holds(test(each), negated, effect));
  }
}

/** A key without values is absent; an empty text is a value. */
function presentValue(value: ContextValue | undefined): ContextValue | undefined {
  return typeof value === "string" || (value !== undefined && value.length > 0) ? value : undefined;
}
