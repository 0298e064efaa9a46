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
    this.#text ??= this.setting === undefined ? this.#rendered() : valueText(this.setting.value);
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
    this.#member ??= keys.of(key) + this.text;
    return this.#member;
  }
}

/** Few words make up all documents, and what was rendered for one is not rendered again: text is half of a merge's cost. */
class RenderedWords {
  readonly #texts = new Map<string, string>();
  readonly #render: (word: string) => string;

  constructor(render: (word: string) => string) {
    this.#render = render;
  }

  of(word: string): string {
    const known = this.#texts.get(word);
    if (known !== undefined) return known;
    const text = this.#render(word);
    if (word.length <= wordCharactersMax && this.#texts.size < wordsMax) this.#texts.set(word, text);
    return text;
  }
}

const wordsMax = 4096;
const wordCharactersMax = 64;
const keys = new RenderedWords((key) => `${JSON.stringify(key)}:`);
const values = new RenderedWords((value) => JSON.stringify(value));

function valueText(value: Value): string {
  return typeof value === "string" ? values.of(value) : JSON.stringify(value);
}

/** The merge of no policies. */
export const nothing = new Merge(undefined, new Map(), { allowed: allOperators, locks: [] });

function anyExists(members: ReadonlyMap<string, Merge>): boolean {
  for (const member of members.values()) if (member.exists) return true;
  return false;
}
