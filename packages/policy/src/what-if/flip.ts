// What becomes of one account when its lanes before a change are known, and those after it.

import { singleChoice } from "../evaluation/lane-set.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import type { LaneSet, PossibleChoice } from "../evaluation/lane-set.js";
import { lanesFor } from "../evaluation/level-lanes.js";
import type { ServiceLanes } from "../evaluation/level-lanes.js";
import { serviceRows } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { Flip } from "./what-if-report.js";

type FlipKind = Omit<Flip, "service">;

/** Finds the flips of accounts, once for all that came to the same before and after. */
export class Flips {
  readonly #before: Evaluation;
  readonly #after: Evaluation;
  readonly #rows: readonly ServiceRow[];
  readonly #hasDoubt: boolean;
  /** By the lanes before and after; twice, for the way to them may be another one. */
  readonly #same = new Pairs<ServiceLanes, readonly Flip[]>();
  readonly #other = new Pairs<ServiceLanes, readonly Flip[]>();
  readonly #kinds = new Pairs<LaneSet, FlipKind | undefined>();
  readonly #unknownKinds = new Pairs<LaneSet, FlipKind | undefined>();
  readonly #lists = new Map<string, readonly Flip[]>();

  constructor(before: Evaluation, after: Evaluation) {
    this.#before = before;
    this.#after = after;
    this.#rows = serviceRows(before.catalogue, [...before.named, ...after.named]);
    this.#hasDoubt = before.hasDoubt || after.hasDoubt;
  }

  /** Equal lists are the same object. */
  ofAccount(id: string): readonly Flip[] {
    const before = this.#before.serviceLanes(id);
    const after = this.#after.serviceLanes(id);
    const differs = this.#hasDoubt && !isSameWay(this.#before, this.#after, id);
    const known = differs ? this.#other : this.#same;
    return known.get(before, after, () => this.#list(before, after, differs));
  }

  #list(before: ServiceLanes, after: ServiceLanes, differs: boolean): readonly Flip[] {
    const kinds = differs ? this.#unknownKinds : this.#kinds;
    const flips: Flip[] = [];
    let key = "";
    for (const [index, service] of this.#rows.entries()) {
      const name = service.kind === "service" ? service.key : undefined;
      const one = lanesFor(before, name);
      const other = lanesFor(after, name);
      const kind = kinds.get(one, other, () => flipKind(one.choices, other.choices, differs));
      if (kind === undefined) continue;
      flips.push({ service, ...kind });
      key += `${index} ${kind.before} ${kind.after} ${kind.deletes};`;
    }
    const list = this.#lists.get(key) ?? flips;
    this.#lists.set(key, list);
    return list;
  }
}

/** What two things come to together, worked out once. */
class Pairs<Key extends object, Value> {
  readonly #known = new Map<Key, Map<Key, Value>>();

  get(first: Key, second: Key, compute: () => Value): Value {
    let bySecond = this.#known.get(first);
    if (bySecond === undefined) this.#known.set(first, (bySecond = new Map<Key, Value>()));
    const known = bySecond.get(second);
    if (known !== undefined || bySecond.has(second)) return known as Value;
    const value = compute();
    bySecond.set(second, value);
    return value;
  }
}

function flipKind(
  possibleBefore: readonly PossibleChoice[],
  possibleAfter: readonly PossibleChoice[],
  differs: boolean,
): FlipKind | undefined {
  const before = singleChoice(possibleBefore);
  const after = singleChoice(possibleAfter);
  // What nobody knows stays what it is as long as the same policies lead there.
  if (before === after && (before !== "undetermined" || !differs)) return undefined;
  return { before, after, deletes: deletes(possibleBefore, possibleAfter) };
}

/** Content is deleted when a service becomes opted out that was not. */
function deletes(before: readonly PossibleChoice[], after: readonly PossibleChoice[]): Flip["deletes"] {
  if (!after.includes("optOut") || before.every((choice) => choice === "optOut")) return "no";
  return after.length === 1 && !before.includes("optOut") ? "yes" : "possibly";
}

/** Whether the same policies lead to an account, level by level, and there may be more at the same nodes. */
function isSameWay(before: Evaluation, after: Evaluation, accountId: string): boolean {
  const one = levelsTo(before, accountId);
  const other = levelsTo(after, accountId);
  return one.length === other.length && one.every((level, depth) => isSameLevel(level, other[depth]));
}

interface WayLevel {
  /** The node, if there may be more at it than was read. */
  readonly unreadAt: string | undefined;
  readonly policies: readonly SnapshotPolicy[];
}

/** The levels at which something is attached, or may be. */
function levelsTo(evaluation: Evaluation, accountId: string): readonly WayLevel[] {
  return evaluation.nodesTo(accountId).flatMap((node) => {
    const unreadAt = evaluation.mayHoldMore(node) ? node.id : undefined;
    const policies = evaluation.attachedAt(node);
    return unreadAt === undefined && policies.length === 0 ? [] : [{ unreadAt, policies }];
  });
}

function isSameLevel({ unreadAt, policies }: WayLevel, other: WayLevel | undefined): boolean {
  if (other === undefined || unreadAt !== other.unreadAt || policies.length !== other.policies.length)
    return false;
  return policies.every(({ id, content }, index) => {
    const twin = other.policies[index];
    return twin?.id === id && twin.content === content;
  });
}
