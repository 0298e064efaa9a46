// What flips for an account, from its lanes before a change and those after it.

import { singleChoice } from "../evaluation/lane-set.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import type { LaneSet, PossibleChoice } from "../evaluation/lane-set.js";
import { lanesFor } from "../evaluation/level-lanes.js";
import type { ServiceLanes } from "../evaluation/level-lanes.js";
import { serviceRows } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { Ways } from "./way.js";
import type { Flip } from "./what-if-report.js";

const none: readonly Flip[] = [];

type FlipKind = Omit<Flip, "service">;

/** Finds the flips of accounts, once for all that came to the same before and after. */
export class Flips {
  readonly #before: Evaluation;
  readonly #after: Evaluation;
  readonly #rows: readonly ServiceRow[];
  readonly #waysBefore: Ways;
  readonly #waysAfter: Ways;
  readonly #hasDoubt: boolean;
  readonly #byLanes = new Map<ServiceLanes, Map<ServiceLanes, readonly Flip[]>>();
  readonly #byWays = new Map<string, readonly Flip[]>();
  readonly #byText = new Map<string, readonly Flip[]>();
  readonly #kinds = new Map<LaneSet, Map<LaneSet, FlipKind | "none">>();

  constructor(before: Evaluation, after: Evaluation) {
    this.#before = before;
    this.#after = after;
    this.#rows = serviceRows(before.catalogue, [...before.named, ...after.named]);
    const contents = new Map<string, number>();
    this.#waysBefore = new Ways(before, contents);
    this.#waysAfter = new Ways(after, contents);
    this.#hasDoubt = before.hasDoubt || after.hasDoubt;
  }

  /** Equal lists are the same object. */
  ofAccount(id: string): readonly Flip[] {
    const before = this.#before.serviceLanes(id);
    if (!this.#hasDoubt) {
      const after = this.#after.serviceLanes(id);
      const byAfter = remember(this.#byLanes, before, () => new Map<ServiceLanes, readonly Flip[]>());
      return remember(byAfter, after, () => this.#list(id));
    }
    // What is in doubt is in doubt at some node or in some policy: equal lanes may come of different doubts.
    const wayBefore = this.#waysBefore.key(id);
    const wayAfter = this.#waysAfter.key(id);
    if (wayBefore === wayAfter) return none;
    const key = `${wayBefore} > ${wayAfter}`;
    return remember(this.#byWays, key, () => this.#list(id));
  }

  #list(id: string): readonly Flip[] {
    const before = this.#before.serviceLanes(id);
    const after = this.#after.serviceLanes(id);
    const flips: Flip[] = [];
    let text = "";
    for (const [index, service] of this.#rows.entries()) {
      const key = service.kind === "service" ? service.key : undefined;
      const kind = this.#kind(lanesFor(before, key), lanesFor(after, key));
      if (kind === "none" || (kind.before === kind.after && this.#isSameWay(id, key))) continue;
      flips.push({ service, ...kind });
      text += `${index} ${kind.before} ${kind.after} ${kind.deletes};`;
    }
    return remember(this.#byText, text, () => flips);
  }

  #kind(before: LaneSet, after: LaneSet): FlipKind | "none" {
    const byAfter = remember(this.#kinds, before, () => new Map<LaneSet, FlipKind | "none">());
    return remember(byAfter, after, () => flipKind(before.choices, after.choices));
  }

  /** What nobody knows stays what it is as long as the same is said on the way there. */
  #isSameWay(id: string, service: string | undefined): boolean {
    return this.#waysBefore.said(id, service) === this.#waysAfter.said(id, service);
  }
}

/** A kind for what is undetermined before and after, too: it flips if another way leads there. */
function flipKind(
  possibleBefore: readonly PossibleChoice[],
  possibleAfter: readonly PossibleChoice[],
): FlipKind | "none" {
  const before = singleChoice(possibleBefore);
  const after = singleChoice(possibleAfter);
  if (before === after && before !== "undetermined") return "none";
  return { before, after, deletes: deletes(possibleBefore, possibleAfter) };
}

/** Content is deleted when a service becomes opted out that was not. */
function deletes(before: readonly PossibleChoice[], after: readonly PossibleChoice[]): Flip["deletes"] {
  if (!after.includes("optOut") || before.every((choice) => choice === "optOut")) return "no";
  return after.length === 1 && !before.includes("optOut") ? "yes" : "possibly";
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, compute: () => Value): Value {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = compute()));
  return value;
}
