// A level of a chain: the root, an OU or the account, with the policies attached there.

import type { PolicyNode } from "./policy-node.js";

/** A policy as it is attached somewhere. */
interface AttachedPolicy {
  readonly id: string;
  readonly document: PolicyNode;
}

/** One level of the chain: the root, an OU or the account, with its policies in attachment order. */
export interface Level {
  readonly id: string;
  readonly policies: readonly AttachedPolicy[];
}

/** What one policy of a level says at the node in hand. */
export interface Part {
  readonly policy: string;
  readonly node: PolicyNode;
}
