// What an evaluated snapshot answers: choices, merges and doubts of its nodes.

import type { Catalogue } from "../catalogue.js";
import { applyLevel } from "../effective-policy.js";
import type { Level } from "../level.js";
import { nothing } from "../merge.js";
import type { Merge } from "../merge.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { SnapshotIndex, SnapshotNode } from "../snapshot/snapshot-index.js";
import { aiOptOutType } from "./ai-opt-out-type.js";
import { unknownOrder } from "./doubt.js";
import type { Doubt, UnreadPlaces } from "./doubt.js";
import { singleChoice } from "./lane-set.js";
import type { Choice, LaneSet, LaneSets, PossibleChoice } from "./lane-set.js";
import { knownLevel, lanesFor, policyLane } from "./level-lanes.js";
import type { ServiceLanes } from "./level-lanes.js";
import type { ReadPolicies } from "./read-policies.js";
import { serviceRows } from "./service-row.js";
import type { ServiceRow } from "./service-row.js";

interface Evaluated {
  readonly index: SnapshotIndex;
  readonly catalogue: Catalogue;
  readonly sets: LaneSets;
  readonly policies: ReadPolicies;
  readonly unread: UnreadPlaces;
  readonly lanes: ReadonlyMap<string, ServiceLanes>;
  readonly isEnabled: boolean;
  readonly attachedAt: (node: SnapshotNode) => readonly SnapshotPolicy[];
}

/** Make it with `evaluateSnapshot`. Ids of nodes that are not in the snapshot are a programmer's error and throw. */
export class Evaluation {
  readonly index: SnapshotIndex;
  readonly catalogue: Catalogue;
  readonly sets: LaneSets;
  readonly policies: ReadPolicies;
  /** False where the snapshot says that the policy type is not enabled: then no policy has any effect. */
  readonly isEnabled: boolean;
  readonly #evaluated: Evaluated;
  readonly #merges = new Map<string, Merge>();
  #named: ReadonlySet<string> | undefined;

  constructor(evaluated: Evaluated) {
    this.index = evaluated.index;
    this.catalogue = evaluated.catalogue;
    this.sets = evaluated.sets;
    this.policies = evaluated.policies;
    this.isEnabled = evaluated.isEnabled;
    this.#evaluated = evaluated;
  }

  get snapshot(): OrganizationSnapshot {
    return this.index.snapshot;
  }

  /** Every row that a table about this snapshot has. */
  get rows(): readonly ServiceRow[] {
    return serviceRows(this.catalogue, this.named);
  }

  /** The services that a policy in force names somewhere. */
  get named(): ReadonlySet<string> {
    return (this.#named ??= namedIn(this.#evaluated.lanes.values()));
  }

  /** False where nothing at all is in doubt. */
  get hasDoubt(): boolean {
    const { unread } = this.#evaluated;
    const { attachmentOrder, policies } = this.snapshot;
    return (
      unread.anywhere.length > 0 ||
      unread.atNode.size > 0 ||
      attachmentOrder === "unknown" ||
      policies.some(
        (policy) => policy.type === aiOptOutType && this.policies.read(policy).document === undefined,
      )
    );
  }

  /** Whether policies may be attached to a node that nobody read. */
  mayHoldMore({ id }: SnapshotNode): boolean {
    const { unread } = this.#evaluated;
    return this.isEnabled && (unread.anywhere.length > 0 || unread.atNode.has(id));
  }

  node(id: string): SnapshotNode {
    const node = this.index.nodes.get(id);
    if (node === undefined) throw new Error(`no node ${id} in the snapshot`);
    return node;
  }

  /** What holds for an account, or for one without policies of its own under the root or an OU. */
  choice(nodeId: string, row: ServiceRow): Choice {
    return singleChoice(this.possible(nodeId, row));
  }

  /** One choice where it is determined; several where something in doubt could make it another. */
  possible(nodeId: string, row: ServiceRow): readonly PossibleChoice[] {
    return this.laneSet(nodeId, row).choices;
  }

  laneSet(nodeId: string, row: ServiceRow): LaneSet {
    return lanesFor(this.serviceLanes(nodeId), row.kind === "service" ? row.key : undefined);
  }

  /** The same object for all nodes that came to the same by the same way. */
  serviceLanes(nodeId: string): ServiceLanes {
    const lanes = this.#evaluated.lanes.get(this.node(nodeId).id);
    if (lanes === undefined) throw new Error(`node ${nodeId} was not evaluated`);
    return lanes;
  }

  /** Root first. */
  nodesTo(nodeId: string): readonly SnapshotNode[] {
    const nodes: SnapshotNode[] = [];
    for (let node: SnapshotNode | undefined = this.node(nodeId); node !== undefined; node = node.parent) {
      nodes.push(node);
    }
    return nodes.toReversed();
  }

  /** The policies of the type that count at a node. */
  attachedAt(node: SnapshotNode): readonly SnapshotPolicy[] {
    return this.#evaluated.attachedAt(node);
  }

  /** The chain with the policies that could be read, in the order of the snapshot. */
  chain(nodeId: string): readonly Level[] {
    return this.nodesTo(nodeId).map((node) => this.#level(node));
  }

  /** The merge of what could be read. */
  merge(nodeId: string): Merge {
    let merge = this.#merges.get(nodeId);
    if (merge === undefined) {
      const node = this.node(nodeId);
      const inherited = node.parent === undefined ? nothing : this.merge(node.parent.id);
      merge = applyLevel(inherited, this.#level(node));
      this.#merges.set(nodeId, merge);
    }
    return merge;
  }

  /** Everything along the chain that is in doubt for a service, whether or not its answer depends on it. */
  doubts(nodeId: string, row: ServiceRow): readonly Doubt[] {
    if (!this.isEnabled) return [];
    const { unread } = this.#evaluated;
    const doubts = [...unread.anywhere];
    for (const node of this.nodesTo(nodeId)) {
      doubts.push(...(unread.atNode.get(node.id) ?? []));
      doubts.push(...this.attachedAt(node).flatMap((policy) => this.policies.read(policy).doubts));
      if (this.#hangsOnOrder(node, row)) doubts.push(unknownOrder(node));
    }
    return doubts;
  }

  /** Whether the policies of a node come to different things in different orders. */
  #hangsOnOrder(node: SnapshotNode, row: ServiceRow): boolean {
    if (this.snapshot.attachmentOrder === "known") return false;
    const service = row.kind === "service" ? row.key : undefined;
    const said = this.attachedAt(node).map((policy) =>
      policyLane(this.policies.read(policy), service, this.sets),
    );
    return this.sets.inAnyOrder(said).lanes.length > 1;
  }

  #level(node: SnapshotNode): Level {
    return knownLevel(node.id, this.attachedAt(node), this.policies);
  }
}

function namedIn(all: Iterable<ServiceLanes>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { byService } of new Set(all)) for (const service of byService.keys()) named.add(service);
  return named;
}
