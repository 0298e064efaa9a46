// The search for a policy that opts a service in: every policy that the service can tell apart, tried on the merge.

import { laneBelow, laneChoice, lanesCount, partsOf, silentLane } from "../evaluation/lane.js";
import type { Lane, LaneEntry } from "../evaluation/lane.js";
import type { LaneSet } from "../evaluation/lane-set.js";

/** Which entry a witness uses where either would do. */
export type EntryPreference = "own" | "default";

/**
 * Every policy, the smallest first: fewer entries, then fewer operators. One level is enough, because whatever several
 * levels reach together one policy reaches alone; a test proves that by exhaustion.
 */
const bySize = Array.from({ length: lanesCount }, (_, lane) => lane)
  .filter((lane) => lane !== silentLane && isWhole(lane))
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

/** Whether a policy below opts in, for all that may be inherited. */
export function searchOptIn({ lanes }: LaneSet, preference: EntryPreference): OptInSearch {
  const [first = [], ...others] = lanes.map(policiesThatOptIn);
  const common = first.filter((policy) => others.every((policies) => policies.includes(policy)));
  const [smallest] = common;
  if (smallest !== undefined) {
    const size = sizeOf(smallest);
    const preferred = common.find(
      (policy) => sizeOf(policy) === size && partsOf(policy)[preference].value === "optIn",
    );
    return { verdict: "reachable", policy: preferred ?? smallest };
  }
  const isClosed = first.length === 0 && others.every((policies) => policies.length === 0);
  return { verdict: isClosed ? "impossible" : "undetermined" };
}

/** An entry that has a lock needs something to lock, or the policy is refused. */
function isWhole(lane: Lane): boolean {
  const parts = partsOf(lane);
  const isEntry = ({ locked, value, valueLocked }: LaneEntry): boolean =>
    !locked || value !== undefined || valueLocked;
  return isEntry(parts.own) && isEntry(parts.default) && (isSaid(parts.own) || isSaid(parts.default));
}

function isSaid({ value, valueLocked }: LaneEntry): boolean {
  return value !== undefined || valueLocked;
}

function sizeOf(lane: Lane): number {
  const { locked, ...entries } = partsOf(lane);
  const size = (entry: LaneEntry): number =>
    10 * Number(isSaid(entry)) +
    Number(entry.value !== undefined) +
    Number(entry.locked) +
    Number(entry.valueLocked);
  return size(entries.own) + size(entries.default) + Number(locked);
}
