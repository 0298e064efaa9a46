// What becomes of one account when its lanes before a change are known, and those after it.

import type { Choice, Evaluation } from "../evaluation/evaluation.js";
import type { PossibleChoice } from "../evaluation/lane-set.js";
import { lanesFor } from "../evaluation/level-lanes.js";
import { serviceRows } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { Flip } from "./what-if-report.js";

/** Finds the flips of accounts, once for all that came to the same before and after. */
export class Flips {
  readonly #before: Evaluation;
  readonly #after: Evaluation;
  readonly #rows: readonly ServiceRow[];
  /** By the lanes before, the lanes after, and whether the way to them is another one. */
  readonly #known = new Map<object, Map<object, Map<boolean, readonly Flip[]>>>();

  constructor(before: Evaluation, after: Evaluation) {
    this.#before = before;
    this.#after = after;
    this.#rows = serviceRows(before.catalogue, [...before.named, ...after.named]);
  }

  /** The same list, as an object, for all accounts that came to the same. */
  ofAccount(id: string): readonly Flip[] {
    const before = this.#before.serviceLanes(id);
    const after = this.#after.serviceLanes(id);
    const hasDoubt = this.#before.hasDoubt || this.#after.hasDoubt;
    const differs = hasDoubt && wayTo(this.#before, id) !== wayTo(this.#after, id);
    const byAfter = remember(this.#known, before, () => new Map<object, Map<boolean, readonly Flip[]>>());
    const byWay = remember(byAfter, after, () => new Map<boolean, readonly Flip[]>());
    return remember(byWay, differs, () =>
      this.#rows.flatMap((service) => {
        const key = service.kind === "service" ? service.key : undefined;
        return flipOf(service, lanesFor(before, key).choices, lanesFor(after, key).choices, differs);
      }),
    );
  }
}

function flipOf(
  service: ServiceRow,
  possibleBefore: readonly PossibleChoice[],
  possibleAfter: readonly PossibleChoice[],
  differs: boolean,
): readonly Flip[] {
  const before = single(possibleBefore);
  const after = single(possibleAfter);
  // What nobody knows stays what it is as long as the same policies lead there.
  if (before === after && (before !== "undetermined" || !differs)) return [];
  return [{ service, before, after, deletes: deletes(possibleBefore, possibleAfter) }];
}

function single([choice, ...others]: readonly PossibleChoice[]): Choice {
  return choice === undefined || others.length > 0 ? "undetermined" : choice;
}

/** Content is deleted when a service becomes opted out that was not. */
function deletes(before: readonly PossibleChoice[], after: readonly PossibleChoice[]): Flip["deletes"] {
  if (!after.includes("optOut") || before.every((choice) => choice === "optOut")) return "no";
  return after.length === 1 && !before.includes("optOut") ? "yes" : "possibly";
}

/** Names the policies that lead to an account, level by level, and where there may be more. */
function wayTo(evaluation: Evaluation, accountId: string): string {
  const levels = evaluation
    .nodesTo(accountId)
    .map((node) => [
      evaluation.mayHoldMore(node) ? node.id : "",
      ...evaluation.attachedAt(node).map(({ id, content }) => [id, content]),
    ]);
  return JSON.stringify(levels.filter((level) => level.length > 1 || level[0] !== ""));
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, compute: () => Value): Value {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = compute()));
  return value;
}
