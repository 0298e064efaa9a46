// What the policies attached to one node say, service by service.

import type { Level } from "../level.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { LaneSet, LaneSets } from "./lane-set.js";
import { laneThrough, silentLane } from "./lane.js";
import type { ReadPolicies, ReadPolicy } from "./read-policies.js";

/** Sets of lanes by service; `others` is every service without an entry here. */
export interface ServiceLanes {
  readonly byService: ReadonlyMap<string, LaneSet>;
  readonly others: LaneSet;
}

export function lanesFor({ byService, others }: ServiceLanes, service: string | undefined): LaneSet {
  return (service === undefined ? undefined : byService.get(service)) ?? others;
}

/** One level under another, for every service that either names. */
export function lanesBelow(inherited: ServiceLanes, level: ServiceLanes, sets: LaneSets): ServiceLanes {
  const others = sets.below(inherited.others, level.others);
  const byService = new Map<string, LaneSet>();
  for (const services of [inherited, level]) {
    for (const service of services.byService.keys()) {
      const lanes = sets.below(lanesFor(inherited, service), lanesFor(level, service));
      byService.set(service, lanes);
    }
  }
  return { byService, others };
}

export interface LevelOptions {
  readonly orderIsKnown: boolean;
  /** Whether policies may be attached here that nobody read. */
  readonly mayHoldMore: boolean;
}

/** What the policies of a level say, each in the order of attachment, or in any order. */
export function levelLane(
  said: readonly LaneSet[],
  sets: LaneSets,
  { orderIsKnown, mayHoldMore }: LevelOptions,
): LaneSet {
  const heard = said.filter((lanes) => lanes !== sets.one(silentLane));
  const known = orderIsKnown ? sets.inOrder(heard) : sets.inAnyOrder(heard);
  // Standing first, a policy that may say anything covers any number of them in any place.
  return mayHoldMore ? sets.inOrder([sets.any, known]) : known;
}

/** The same for every service that one of the policies names, and for the others. */
export function levelLanes(
  attached: readonly SnapshotPolicy[],
  policies: ReadPolicies,
  sets: LaneSets,
  options: LevelOptions,
): ServiceLanes {
  const lanesOf = (service: string | undefined): LaneSet => {
    const said = attached.map((policy) => policyLane(policies.read(policy), service, sets));
    return levelLane(said, sets, options);
  };
  const byService = new Map<string, LaneSet>();
  for (const policy of attached) {
    for (const service of policies.read(policy).services) {
      if (!byService.has(service)) byService.set(service, lanesOf(service));
    }
  }
  return { byService, others: lanesOf(undefined) };
}

/** What a policy says to a service: anything, where nobody knows. */
export function policyLane({ document }: ReadPolicy, service: string | undefined, sets: LaneSets): LaneSet {
  return document === undefined ? sets.any : sets.one(laneThrough(document, service));
}

/** The level as the merge takes it, with the policies that could be read. */
export function knownLevel(id: string, attached: readonly SnapshotPolicy[], policies: ReadPolicies): Level {
  return {
    id,
    policies: attached.flatMap((policy) => {
      const { document } = policies.read(policy);
      return document === undefined ? [] : [{ id: policy.id, document }];
    }),
  };
}
