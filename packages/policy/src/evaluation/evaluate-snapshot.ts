// A snapshot evaluated: for every node and service what its policies come to, computed once for all who share it.

import { awsCatalogue } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import { indexSnapshot } from "../snapshot/snapshot-index.js";
import type { SnapshotIndex, SnapshotNode, SnapshotProblem } from "../snapshot/snapshot-index.js";
import { aiOptOutType } from "./ai-opt-out-type.js";
import { placeUnread } from "./doubt.js";
import { Evaluation } from "./evaluation.js";
import { LaneSets } from "./lane-set.js";
import { silentLane } from "./lane.js";
import { lanesBelow, levelLanes } from "./level-lanes.js";
import type { LevelOptions, ServiceLanes } from "./level-lanes.js";
import { ReadPolicies } from "./read-policies.js";

export type EvaluationResult =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly problem: SnapshotProblem };

export interface EvaluationOptions {
  /** Which services have a row of their own, and which keys policies may name; AWS's when absent. */
  readonly catalogue?: Catalogue;
}

/** Refuses a snapshot that does not hold together. Takes time in proportion to nodes and to distinct policies. */
export function evaluateSnapshot(
  snapshot: OrganizationSnapshot,
  { catalogue = awsCatalogue }: EvaluationOptions = {},
): EvaluationResult {
  const indexed = indexSnapshot(snapshot);
  return indexed.ok ? { ok: true, evaluation: evaluate(indexed.index, catalogue) } : indexed;
}

function evaluate(index: SnapshotIndex, catalogue: Catalogue): Evaluation {
  const { snapshot } = index;
  const sets = new LaneSets();
  const unread = placeUnread(index, aiOptOutType);
  const policies = new ReadPolicies(catalogue, unread);
  // What is attached while its type is disabled has no effect.
  const isEnabled = snapshot.enabledTypes?.includes(aiOptOutType) ?? true;
  const levels = new Levels(policies, sets);
  const nothingSaid: ServiceLanes = { byService: new Map(), others: sets.one(silentLane) };
  const lanes = new Map<string, ServiceLanes>();
  const attachedAt = (node: SnapshotNode): readonly SnapshotPolicy[] =>
    isEnabled ? node.attached.filter(({ type }) => type === aiOptOutType) : [];
  for (const node of index.nodes.values()) {
    const inherited = (node.parent === undefined ? undefined : lanes.get(node.parent.id)) ?? nothingSaid;
    const attached = node.attached.length === 0 ? node.attached : attachedAt(node);
    const mayHoldMore = isEnabled && (unread.anywhere.length > 0 || unread.atNode.has(node.id));
    const isSilent = attached.length === 0 && !mayHoldMore;
    const options = { orderIsKnown: snapshot.attachmentOrder === "known", mayHoldMore };
    lanes.set(node.id, isSilent ? inherited : levels.below(inherited, attached, options));
  }
  return new Evaluation({ index, catalogue, sets, policies, unread, lanes, isEnabled, attachedAt });
}

/** Each combination of policies is read once, and merged once under each thing that it inherits. */
class Levels {
  readonly #policies: ReadPolicies;
  readonly #sets: LaneSets;
  readonly #levels = new Map<string, ServiceLanes>();
  readonly #below = new Map<ServiceLanes, Map<ServiceLanes, ServiceLanes>>();

  constructor(policies: ReadPolicies, sets: LaneSets) {
    this.#policies = policies;
    this.#sets = sets;
  }

  below(inherited: ServiceLanes, attached: readonly SnapshotPolicy[], options: LevelOptions): ServiceLanes {
    const level = this.#level(attached, options);
    let known = this.#below.get(inherited);
    if (known === undefined) this.#below.set(inherited, (known = new Map<ServiceLanes, ServiceLanes>()));
    let lanes = known.get(level);
    if (lanes === undefined) known.set(level, (lanes = lanesBelow(inherited, level, this.#sets)));
    return lanes;
  }

  #level(attached: readonly SnapshotPolicy[], options: LevelOptions): ServiceLanes {
    const key = JSON.stringify([options.mayHoldMore, ...attached.map(({ id }) => id)]);
    let level = this.#levels.get(key);
    if (level === undefined) {
      level = levelLanes(attached, this.#policies, this.#sets, options);
      this.#levels.set(key, level);
    }
    return level;
  }
}
