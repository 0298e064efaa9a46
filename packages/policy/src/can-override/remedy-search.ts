// The search for a remedy: which edits of which policy close a point, tried on the lanes of every service.

import { attachmentsMax } from "../snapshot/limits.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { isWholeLane, laneThrough, silentLane } from "../evaluation/lane.js";
import type { Lane } from "../evaluation/lane.js";
import type { LaneSet } from "../evaluation/lane-set.js";
import { levelLane, policyLane } from "../evaluation/level-lanes.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";
import { searchOptIn } from "./opt-in-search.js";
import { editedLane, ownEdits, sharedEdits } from "./policy-edit.js";
import type { PolicyEdit } from "./policy-edit.js";

/** The policy to edit, or none for a new one, which is attached last to the node. */
export interface RemedyHost {
  readonly policy: SnapshotPolicy | undefined;
  readonly node: SnapshotNode;
}

/** Nobody below can opt in, and what stands above opts out. */
export function isClosed(lanes: LaneSet): boolean {
  return (
    searchOptIn(lanes, "own").verdict === "impossible" && lanes.choices.every((choice) => choice === "optOut")
  );
}

/** Nearest to the border first. */
export function existingHosts(evaluation: Evaluation, border: SnapshotNode): readonly RemedyHost[] {
  return nearestFirst(evaluation, border).flatMap((node) =>
    evaluation
      .attachedAt(node)
      .filter((policy) => evaluation.policies.read(policy).document !== undefined)
      .map((policy) => ({ policy, node })),
  );
}

/** Wherever AWS lets one more be attached. */
export function newHosts(evaluation: Evaluation, border: SnapshotNode): readonly RemedyHost[] {
  return nearestFirst(evaluation, border)
    .filter((node) => evaluation.attachedAt(node).length < attachmentsMax)
    .map((node) => ({ policy: undefined, node }));
}

function nearestFirst(evaluation: Evaluation, border: SnapshotNode): readonly SnapshotNode[] {
  return evaluation.nodesTo(border.id).toReversed();
}

/** The fewest edits of the host after which every row is closed; undefined where none do. */
export function smallestEdits(
  evaluation: Evaluation,
  border: SnapshotNode,
  rows: readonly ServiceRow[],
  host: RemedyHost,
): readonly PolicyEdit[] | undefined {
  const chain = evaluation.nodesTo(border.id);
  const closes = (key: string | undefined, edits: readonly PolicyEdit[]): boolean => {
    const lane = edits.reduce(editedLane, hostLane(evaluation, host, key));
    return isWholeLane(lane) && isClosed(lanesWith(evaluation, chain, host, key, lane));
  };
  let smallest: readonly PolicyEdit[] | undefined;
  for (const shared of subsets(sharedEdits)) {
    if (smallest !== undefined && shared.length >= smallest.length) break;
    const edits = editsFor(rows, shared, closes);
    if (edits === undefined || edits.length === 0 || isBare(host, edits)) continue;
    if (smallest === undefined || edits.length < smallest.length) smallest = edits;
  }
  return smallest;
}

/** The shared edits, and for each row the fewest of its own that it takes beside them. */
function editsFor(
  rows: readonly ServiceRow[],
  shared: readonly PolicyEdit[],
  closes: (key: string | undefined, edits: readonly PolicyEdit[]) => boolean,
): readonly PolicyEdit[] | undefined {
  const all = [...shared];
  for (const row of rows) {
    const key = row.kind === "service" ? row.key : undefined;
    const own = subsets(key === undefined ? [] : ownEdits(key)).find((edits) =>
      closes(key, [...shared, ...edits]),
    );
    if (own === undefined) return undefined;
    all.push(...own);
  }
  return all;
}

/** A new policy needs an entry. */
function isBare({ policy }: RemedyHost, edits: readonly PolicyEdit[]): boolean {
  return policy === undefined && edits.every(({ kind }) => kind === "lock-services");
}

function hostLane({ policies }: Evaluation, { policy }: RemedyHost, key: string | undefined): Lane {
  const document = policy === undefined ? undefined : policies.read(policy).document;
  return document === undefined ? silentLane : laneThrough(document, key);
}

/** What the chain comes to when the host says something else, wherever along it the policy is attached. */
function lanesWith(
  evaluation: Evaluation,
  chain: readonly SnapshotNode[],
  { policy: changed, node: target }: RemedyHost,
  key: string | undefined,
  lane: Lane,
): LaneSet {
  const { sets, policies, snapshot } = evaluation;
  let lanes = sets.one(silentLane);
  for (const node of chain) {
    const said = evaluation
      .attachedAt(node)
      .map((policy) => (policy === changed ? sets.one(lane) : policyLane(policies.read(policy), key, sets)));
    if (changed === undefined && node === target) said.push(sets.one(lane));
    const options = {
      orderIsKnown: snapshot.attachmentOrder === "known",
      mayHoldMore: evaluation.mayHoldMore(node),
    };
    lanes = sets.below(lanes, levelLane(said, sets, options));
  }
  return lanes;
}

/** All of them, the smallest first. */
function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  let all: readonly (readonly Item[])[] = [[]];
  for (const item of items) all = [...all, ...all.map((subset) => [...subset, item])];
  return all.toSorted((a, b) => a.length - b.length);
}
