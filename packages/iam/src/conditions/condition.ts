// A condition: one key under one operator, compiled, and whether it holds for a request.

import { holds } from "../matching/match.js";
import type { Match, Pattern } from "../matching/match.js";
import type { Effect } from "../policy.js";
import type { ContextValue, RequestContext } from "../request.js";

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
  readonly wanted: Pattern | { readonly absent: readonly boolean[] };
}

export function conditionHolds(condition: Condition, context: RequestContext, effect: Effect): boolean {
  const { key, quantifier, ifExists, negated, wanted } = condition;
  const value = presentValue(context.get(key));
  if (typeof wanted !== "function") return wanted.absent.includes(value === undefined);
  if (value === undefined) {
    return ifExists || quantifier === "ForAllValues" || (quantifier === undefined && negated);
  }
  if (typeof value === "string") return holds(wanted(value, context), negated, effect);
  const matches = value.map((each) => wanted(each, context));
  switch (quantifier) {
    case undefined:
      return holds(anyOf(matches), negated, effect);
    case "ForAllValues":
      return matches.every((match) => holds(match, negated, effect));
    case "ForAnyValue":
      return matches.some((match) => holds(match, negated, effect));
  }
}

function anyOf(matches: readonly Match[]): Match {
  return matches.includes(true) || (matches.includes(undefined) ? undefined : false);
}

/** A key without values is absent; an empty text is a value. */
function presentValue(value: ContextValue | undefined): ContextValue | undefined {
  return typeof value === "string" || (value !== undefined && value.length > 0) ? value : undefined;
}
