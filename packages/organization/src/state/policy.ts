// A policy of an organization, with its document read once.

import { emptyPolicy, isMergeable, readValidPolicy } from "@withhold/policy";
import type { PolicyNode } from "@withhold/policy";
import type { PolicyType } from "@aws-sdk/client-organizations";
import { Roster } from "../roster.js";
import type { TreeNode } from "./tree-node.js";

export class Policy {
  readonly id: string;
  readonly type: PolicyType;
  readonly awsManaged: boolean;
  name: string;
  description: string;
  /** When what it says last changed; milliseconds since the epoch. */
  contentChangedAt: number;
  /** What it is attached to, by target id. */
  readonly targets = new Roster<TreeNode>();
  #content: string;
  #document: PolicyNode | undefined;

  constructor(facts: {
    readonly id: string;
    readonly type: PolicyType;
    readonly awsManaged: boolean;
    readonly name: string;
    readonly description: string;
    readonly content: string;
    readonly at: number;
  }) {
    this.id = facts.id;
    this.type = facts.type;
    this.awsManaged = facts.awsManaged;
    this.name = facts.name;
    this.description = facts.description;
    this.contentChangedAt = facts.at;
    this.#content = facts.content;
  }

  /** The text as it was submitted, byte for byte. */
  get content(): string {
    return this.#content;
  }

  /** The nodes of the content, read when first asked for. A new content gives a new object, which caches rely on. */
  get document(): PolicyNode {
    this.#document ??= isMergeable(this.type) ? readValidPolicy(this.#content) : emptyPolicy;
    return this.#document;
  }

  rewrite(content: string, at: number): void {
    this.#content = content;
    this.#document = undefined;
    this.contentChangedAt = at;
  }
}
