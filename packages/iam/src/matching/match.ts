// What comparing a pattern with a value can come to, and what that means for a statement.

import type { Effect } from "../policy.js";
import type { RequestContext } from "../request.js";

/** `undefined`: the pattern has a variable for which the request has no value. */
export type Match = boolean | undefined;

/** Compares a value, as it may depend on what is known about the request. */
export type Pattern = (value: string, context: RequestContext) => Match;

/** True when one matches; else unknown when one is unknown. */
export function anyMatch(patterns: readonly Pattern[], value: string, context: RequestContext): Match {
  let match: Match = false;
  for (const pattern of patterns) {
    const one = pattern(value, context);
    if (one === true) return true;
    if (one === undefined) match = undefined;
  }
  return match;
}

/**
 * Whether an element holds that asks for a match, or, `negated`, for none. An unknown match is none; but an Allow never
 * rests on not knowing, and a Deny is not kept away by it.
 */
export function holds(match: Match, negated: boolean, effect: Effect): boolean {
  if (!negated) return match === true;
  return match === undefined ? effect === "Deny" : !match;
}
