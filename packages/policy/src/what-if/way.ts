// The way to an account: what is attached from the root down, and where there may be more than was read.

import type { Evaluation } from "../evaluation/evaluation.js";
import { laneThrough, silentLane } from "../evaluation/lane.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";

/** Tells the ways of one evaluation apart, and from those of another one that shares `contents`. */
export class Ways {
  readonly #evaluation: Evaluation;
  readonly #contents: Map<string, number>;
  readonly #keys = new Map<SnapshotNode, string>();
  readonly #said = new Map<SnapshotNode, Map<string | undefined, string>>();

  /** `contents` numbers what policies say: keys stay short, and an edited policy is another one. */
  constructor(evaluation: Evaluation, contents: Map<string, number>) {
    this.#evaluation = evaluation;
    this.#contents = contents;
  }

  /** Equal where the same policies say the same in the same order, and the same nodes may hold more. */
  key(nodeId: string): string {
    return this.#key(this.#evaluation.node(nodeId));
  }

  #key(node: SnapshotNode): string {
    const known = this.#keys.get(node);
    if (known !== undefined) return known;
    const level = [
      ...(this.#evaluation.mayHoldMore(node) ? [["", node.id]] : []),
      ...this.#evaluation.attachedAt(node).map((policy) => this.#number(policy)),
    ];
    const above = node.parent === undefined ? "" : this.#key(node.parent);
    const key = level.length === 0 ? above : `${above}${JSON.stringify(level)}`;
    this.#keys.set(node, key);
    return key;
  }

  #number({ id, content }: SnapshotPolicy): number {
    const text = JSON.stringify([id, content]);
    let number = this.#contents.get(text);
    if (number === undefined) this.#contents.set(text, (number = this.#contents.size));
    return number;
  }

  /** What is said to a service along the way; with no service, to every one that is not named. */
  said(nodeId: string, service: string | undefined): string {
    return this.#saidTo(this.#evaluation.node(nodeId), service);
  }

  #saidTo(node: SnapshotNode, service: string | undefined): string {
    let known = this.#said.get(node);
    if (known === undefined) this.#said.set(node, (known = new Map<string | undefined, string>()));
    let said = known.get(service);
    if (said === undefined) {
      const above = node.parent === undefined ? "" : this.#saidTo(node.parent, service);
      known.set(service, (said = above + this.#saidAt(node, service)));
    }
    return said;
  }

  #saidAt(node: SnapshotNode, service: string | undefined): string {
    const level = this.#evaluation.mayHoldMore(node) ? [node.id] : [];
    for (const policy of this.#evaluation.attachedAt(node)) {
      const { document } = this.#evaluation.policies.read(policy);
      const lane = document === undefined ? undefined : laneThrough(document, service);
      // One that nobody could read is only like itself.
      if (lane !== silentLane) level.push(lane === undefined ? `unread ${policy.id}` : String(lane));
    }
    return level.length === 0 ? "" : JSON.stringify(level);
  }
}
