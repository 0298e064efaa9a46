// The merged document of a chain, with what binds the levels below.

import { allOperators } from "./operators.js";
import type { OperatorSet } from "./operators.js";
import type { Value } from "./policy-node.js";

/** Who said something: a policy at a level, and where in that policy's text. */
export interface Source {
  readonly level: string;
  readonly policy: string;
  readonly at: number;
}

/** A limit that a policy set on all levels below its own. */
export interface Lock extends Source {
  readonly allowed: OperatorSet;
}

/** A setting's value and who determined it. */
export interface Setting {
  readonly value: Value;
  readonly setBy: Source;
}

/** What a lock list comes to. INVARIANT: `allowed` is the intersection of `locks`. */
export interface Binding {
  readonly allowed: OperatorSet;
  readonly locks: readonly Lock[];
}

/** A node of the merged document. Immutable, and shared between merges: what a level does not touch it inherits as it is. */
export class Merge {
  /** Absent on containers, and where nothing set a value or its list ran empty. */
  readonly setting: Setting | undefined;
  /** What policies at levels below may do here. It never grows from one level to the next. */
  readonly allowed: OperatorSet;
  readonly locks: readonly Lock[];
  readonly members: ReadonlyMap<string, Merge>;
  /** True when this node or one below it has a value: only then does it stand in the effective policy. */
  readonly exists: boolean;
  #text: string | undefined;
  #member: string | undefined;

  constructor(
    setting: Setting | undefined,
    members: ReadonlyMap<string, Merge>,
    { allowed, locks }: Binding,
  ) {
    this.setting = setting;
    this.allowed = allowed;
    this.locks = locks;
    this.members = members;
    this.exists = setting !== undefined || (members.size > 0 && anyExists(members));
  }

  get value(): Value | undefined {
    return this.setting?.value;
  }

  get setBy(): Source | undefined {
    return this.setting?.setBy;
  }

  /** As JSON, without operators; rendered once, however many merges share this node. Of what exists only. */
  get text(): string {
    this.#text ??= this.setting === undefined ? this.#rendered() : jsonOf(this.setting.value);
    return this.#text;
  }

  // Written by hand because an object would reorder numeric keys and lose `__proto__`. Most containers have one member,
  // and then there is nothing to join.
  #rendered(): string {
    const members: string[] = [];
    for (const [key, member] of this.members) {
      if (!member.exists) continue;
      if (this.members.size === 1) return `{${member.#asMember(key)}}`;
      members.push(member.#asMember(key));
    }
    return `{${members.join(",")}}`;
  }

  /** INVARIANT: a node stands under one key in every merge that shares it, because merging never moves a node. */
  #asMember(key: string): string {
    this.#member ??= `${jsonOf(key)}:${this.text}`;
    return this.#member;
  }
}

const plain = /^[\w-]*$/;

/** As JSON; most keys and values are words that need no escapes. */
function jsonOf(value: Value): string {
  return typeof value === "string" && plain.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** The merge of no policies. */
export const nothing = new Merge(undefined, new Map(), { allowed: allOperators, locks: [] });

function anyExists(members: ReadonlyMap<string, Merge>): boolean {
  for (const member of members.values()) if (member.exists) return true;
  return false;
}
