// Which nodes changed lately, so that what was computed from a tree can be brought up to date without going over it all.

import type { Roster } from "../roster.js";
import type { TreeNode } from "./tree-node.js";

/** Nodes that are remembered. Beyond that it is quicker to compute everything again. */
const nodesMax = 4096;

/** Grows with every node noted. */
export type Mark = number;

/** Notes every node whose place or attached policies changed; what depends on it is the node and all below it. */
export class TouchedNodes {
  #nodes: TreeNode[] = [];
  #dropped: Mark = 0;

  get mark(): Mark {
    return this.#dropped + this.#nodes.length;
  }

  note(node: TreeNode): void {
    this.#nodes.push(node);
    if (this.#nodes.length < 2 * nodesMax) return;
    this.#dropped += this.#nodes.length - nodesMax;
    this.#nodes = this.#nodes.slice(-nodesMax);
  }

  /** Notes all of them; where they are too many to remember, that is all that is done. */
  noteAll(nodes: Roster<TreeNode>): void {
    if (nodes.size <= nodesMax) return nodes.forEach((node) => this.note(node));
    this.#dropped = this.mark + 1;
    this.#nodes = [];
    return undefined;
  }

  /** The nodes noted since `mark`, each once; undefined when that is too long ago to tell. */
  since(mark: Mark): ReadonlySet<TreeNode> | undefined {
    return mark < this.#dropped ? undefined : new Set(this.#nodes.slice(mark - this.#dropped));
  }
}
