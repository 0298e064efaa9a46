// The search for a policy that opts a service in: every policy that the service can tell apart, tried on the merge.

import { hasEntry, isWholeLane, laneBelow, laneChoice, lanesCount, partsOf } from "../evaluation/lane.js";
import type { Lane, LaneEntry } from "../evaluation/lane.js";
import type { LaneSet } from "../evaluation/lane-set.js";

/**
 * Every policy, the smallest first: fewer entries, then fewer operators. One level is enough, because whatever several
 * levels reach together one policy reaches alone; a test proves that by exhaustion.
 */
const bySize = Array.from({ length: lanesCount }, (_, lane) => lane)
  .filter((lane) => isWholeLane(lane) && namesEntry(lane))
  .toSorted((a, b) => sizeOf(a) - sizeOf(b));

/** By what is inherited: the policies that opt in. INVARIANT: at most one list for each lane. */
const optingIn = new Map<Lane, readonly Lane[]>();

function policiesThatOptIn(inherited: Lane): readonly Lane[] {
  let found = optingIn.get(inherited);
  if (found === undefined) {
    found = bySize.filter((policy) => laneChoice(laneBelow(inherited, policy)) === "optIn");
    optingIn.set(inherited, found);
  }
  return found;
}

export type OptInSearch =
  /** The policy opts in whichever of the lanes it is that holds. */
  | { readonly verdict: "reachable"; readonly policy: Lane }
  | { readonly verdict: "impossible" }
  | { readonly verdict: "undetermined" };

const searches = { own: new WeakMap<LaneSet, OptInSearch>(), default: new WeakMap<LaneSet, OptInSearch>() };

/** Whether a policy below opts in, for all that may be inherited; `preference`: by which entry, where either would do. */
export function searchOptIn(inherited: LaneSet, preference: "own" | "default"): OptInSearch {
  let search = searches[preference].get(inherited);
  if (search === undefined) searches[preference].set(inherited, (search = searchAnew(inherited, preference)));
  return search;
}

function searchAnew({ lanes }: LaneSet, preference: "own" | "default"): OptInSearch {
  const [first = [], ...others] = lanes.map(policiesThatOptIn);
  const common = first.filter((policy) => others.every((policies) => policies.includes(policy)));
  const [smallest] = common;
  if (smallest !== undefined) {
    const asSmall = common.filter((policy) => sizeOf(policy) === sizeOf(smallest));
    const preferred = asSmall.find((policy) => partsOf(policy)[preference].value === "optIn");
    return { verdict: "reachable", policy: preferred ?? smallest };
  }
  const isClosed = first.length === 0 && others.every((policies) => policies.length === 0);
  return { verdict: isClosed ? "impossible" : "undetermined" };
}

/** A policy that only locks `services` names nothing, and is refused. */
function namesEntry(lane: Lane): boolean {
  const { own, default: fallback } = partsOf(lane);
  return hasEntry(own) || hasEntry(fallback);
}

function sizeOf(lane: Lane): number {
  const { locked, own, default: fallback } = partsOf(lane);
  return entrySize(own) + entrySize(fallback) + Number(locked);
}

function entrySize(entry: LaneEntry): number {
  const operators = Number(entry.value !== undefined) + Number(entry.locked) + Number(entry.valueLocked);
  return 10 * Number(hasEntry(entry)) + operators;
}
