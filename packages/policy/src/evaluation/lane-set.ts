// The lanes that are possible where not everything is known: one where it is, several where something is in doubt.

import type { OptOutChoice } from "../ai-opt-out-rules.js";
import { laneBelow, laneBeside, laneChoice, lanesCount } from "./lane.js";
import type { Lane } from "./lane.js";

/** What may hold for a service, as a person reads it. `undecided`: no choice is made; AWS then uses content. */
export type PossibleChoice = OptOutChoice | "undecided";

const possibleChoices: readonly PossibleChoice[] = ["optOut", "optIn", "undecided"];

export type Choice = PossibleChoice | "undetermined";

/** Undetermined where several are possible. */
export function singleChoice([choice, ...others]: readonly PossibleChoice[]): Choice {
  return choice === undefined || others.length > 0 ? "undetermined" : choice;
}

/** Equal sets are the same object as long as they come from the same `LaneSets`. */
export interface LaneSet {
  /** Ascending, at least one. */
  readonly lanes: readonly Lane[];
  /** What these lanes choose, each choice once. */
  readonly choices: readonly PossibleChoice[];
}

/** Makes the sets of one evaluation and remembers what they come to; forget it with the evaluation. */
export class LaneSets {
  readonly #byLanes = new Map<string, LaneSet>();
  readonly #single: LaneSet[] = [];
  readonly #below = new Map<LaneSet, Map<LaneSet, LaneSet>>();
  #any: LaneSet | undefined;

  one(lane: Lane): LaneSet {
    return (this.#single[lane] ??= { lanes: [lane], choices: [laneChoice(lane)] });
  }

  of(lanes: Iterable<Lane>): LaneSet {
    const distinct = [...new Set(lanes)];
    const [first] = distinct;
    if (first !== undefined && distinct.length === 1) return this.one(first);
    const sorted = distinct.toSorted((a, b) => a - b);
    const key = sorted.join(",");
    let set = this.#byLanes.get(key);
    if (set === undefined) {
      const chosen = new Set(sorted.map(laneChoice));
      set = { lanes: sorted, choices: possibleChoices.filter((choice) => chosen.has(choice)) };
      this.#byLanes.set(key, set);
    }
    return set;
  }

  /** What a policy says that nobody could read. */
  get any(): LaneSet {
    return (this.#any ??= this.of(Array.from({ length: lanesCount }, (_, lane) => lane)));
  }

  /** Whatever is inherited, with whatever the level says. */
  below(inherited: LaneSet, level: LaneSet): LaneSet {
    let levels = this.#below.get(inherited);
    if (levels === undefined) this.#below.set(inherited, (levels = new Map<LaneSet, LaneSet>()));
    let after = levels.get(level);
    if (after === undefined) levels.set(level, (after = this.#combine(inherited, level, laneBelow)));
    return after;
  }

  /** Policies of one level, in the order of attachment. */
  inOrder(policies: readonly LaneSet[]): LaneSet {
    return policies.reduce((first, second) => this.#combine(first, second, laneBeside), this.one(0));
  }

  /**
   * Policies of one level in an order that nobody knows. What counts is whose assignment comes first, for the service
   * and for `default`; every pair of policies at the head shows every such outcome.
   */
  inAnyOrder(policies: readonly LaneSet[]): LaneSet {
    const distinct = [...new Set(policies)];
    if (distinct.length < 2) return this.inOrder(distinct);
    const lanes: Lane[] = [];
    for (const first of distinct) {
      for (const second of distinct) {
        if (first === second) continue;
        const rest = distinct.filter((policy) => policy !== first && policy !== second);
        lanes.push(...this.inOrder([first, second, ...rest]).lanes);
      }
    }
    return this.of(lanes);
  }

  #combine(first: LaneSet, second: LaneSet, merge: (first: Lane, second: Lane) => Lane): LaneSet {
    const lanes = new Set<Lane>();
    for (const one of first.lanes) for (const other of second.lanes) lanes.add(merge(one, other));
    return this.of(lanes);
  }
}
