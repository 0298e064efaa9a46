// The tags of everything in an organization that carries some.

import { Roster } from "../roster.js";

export interface TagPair {
  readonly key: string;
  readonly value: string;
}

const untagged = new Roster<TagPair>();

/** By resource id: tags by key, in the order in which the keys were first set. */
export class Tags {
  readonly #byResource = new Map<string, Roster<TagPair>>();

  /** For reading. */
  of(resourceId: string): Roster<TagPair> {
    return this.#byResource.get(resourceId) ?? untagged;
  }

  /** A key that is there keeps its place and gets the new value. */
  set(resourceId: string, pairs: readonly TagPair[]): void {
    const roster = this.#byResource.get(resourceId) ?? new Roster<TagPair>();
    this.#byResource.set(resourceId, roster);
    for (const { key, value } of pairs) roster.put(key, { key, value });
  }

  delete(resourceId: string, keys: readonly string[]): void {
    const roster = this.of(resourceId);
    for (const key of keys) roster.delete(key);
    if (roster.size === 0) this.forget(resourceId);
  }

  /** Drops them all: the resource is gone. */
  forget(resourceId: string): void {
    this.#byResource.delete(resourceId);
  }

  /** All of them by resource, in the order in which the resources were first tagged. */
  entries(): IterableIterator<[resourceId: string, tags: Roster<TagPair>]> {
    return this.#byResource.entries();
  }

  restore(resourceId: string, tags: Roster<TagPair>): void {
    this.#byResource.set(resourceId, tags);
  }

  /** How many resources carry tags. */
  get size(): number {
    return this.#byResource.size;
  }
}
