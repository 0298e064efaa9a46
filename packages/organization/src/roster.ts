// An ordered collection that pages: entries keep the order in which they joined, and any page is found in O(log n).

/** Where an entry stands in its roster: grows with every entry, never reused. */
export type Place = number;

/** Fewer are stepped over as quickly as looked up. */
const holesWorthRemembering = 16;

/** The places of a roster's items, in runs (first place, how many, first place, …), and the next one to be given. */
export interface Numbering {
  readonly runs: readonly number[];
  readonly next: Place;
}

/**
 * A map from keys to items that remembers the order of joining.
 * Removal leaves a hole; holes are swept up when they outnumber the items. Until then a page that came to many of them
 * remembers where they end, so that a page costs its own length and the next one steps over no hole twice.
 */
export class Roster<T> {
  readonly #slots = new Map<string, number>();
  #items: (T | undefined)[] = [];
  #places: Place[] = [];
  #next: Place = 1;
  /** From the first of many holes to the slot behind them, as far as a page has found it. */
  readonly #ends = new Map<number, number>();

  get size(): number {
    return this.#slots.size;
  }

  get(key: string): T | undefined {
    const slot = this.#slots.get(key);
    return slot === undefined ? undefined : this.#items[slot];
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  /** Joins at the end. INVARIANT: keys are unique; a second `add` of a key is a bug. */
  add(key: string, item: T): void {
    if (this.#slots.has(key)) throw new Error(`roster already holds \`${key}\``);
    this.#slots.set(key, this.#items.length);
    this.#items.push(item);
    this.#places.push(this.#next);
    this.#next += 1;
  }

  /** Replaces the item of a key in its place; a new key joins at the end. */
  put(key: string, item: T): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) this.add(key, item);
    else this.#items[slot] = item;
  }

  delete(key: string): boolean {
    const slot = this.#slots.get(key);
    if (slot === undefined) return false;
    this.#slots.delete(key);
    this.#items[slot] = undefined;
    if (this.#items.length > 32 && this.#slots.size * 2 < this.#items.length) this.#sweep();
    return true;
  }

  /** All items in order. Do not change the roster while iterating. */
  *values(): IterableIterator<T> {
    for (const item of this.#items) if (item !== undefined) yield item;
  }

  /** The same without an iterator, which costs more than the items do where there are 100,000. */
  forEach(visit: (item: T) => void): void {
    for (const item of this.#items) if (item !== undefined) visit(item);
  }

  /**
   * Up to `count` items that joined after `after` (0: from the start), and the place of the last if more follow. Of
   * those to `keep` alone, at a step over each of the others.
   */
  page(
    after: Place,
    count: number,
    keep: (item: T) => boolean = () => true,
  ): { readonly items: readonly T[]; readonly next: Place | undefined } {
    const items: T[] = [];
    let last: Place = after;
    let slot = this.#occupiedFrom(this.#firstAfter(after));
    for (; slot < this.#items.length; slot = this.#occupiedFrom(slot + 1)) {
      const item = this.#items[slot];
      if (item === undefined) break;
      if (!keep(item)) continue;
      if (items.length === count) return { items, next: last };
      items.push(item);
      last = this.#places[slot] ?? last;
    }
    return { items, next: undefined };
  }

  /** All keys in order. */
  keys(): readonly string[] {
    return [...this.#slots.keys()];
  }

  numbering(): Numbering {
    const runs: number[] = [];
    let expected: Place | undefined;
    for (const slot of this.#slots.values()) {
      const place = this.#places[slot] ?? 0;
      if (place === expected) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
      else runs.push(place, 1);
      expected = place + 1;
    }
    return { runs, next: this.#next };
  }

  /** Gives the items the places that those of another roster had. INVARIANT: as many, and nothing was deleted here. */
  renumber({ runs, next }: Numbering): void {
    const places: Place[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      const [first = 0, count = 0] = runs.slice(run, run + 2);
      for (let index = 0; index < count; index += 1) places.push(first + index);
    }
    if (places.length !== this.#items.length) throw new Error("the places are not those of this roster");
    this.#places = places;
    this.#next = next;
  }

  /** The first slot from here on that is no hole; the end where there is none. */
  #occupiedFrom(slot: number): number {
    let at = slot;
    while (at < this.#items.length && this.#items[at] === undefined) at = this.#ends.get(at) ?? at + 1;
    if (at - slot >= holesWorthRemembering) this.#ends.set(slot, at);
    return at;
  }

  #firstAfter(after: Place): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? 0) > after) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #sweep(): void {
    const items: (T | undefined)[] = [];
    const places: Place[] = [];
    for (const [key, slot] of this.#slots) {
      this.#slots.set(key, items.length);
      items.push(this.#items[slot]);
      places.push(this.#places[slot] ?? 0);
    }
    this.#items = items;
    this.#places = places;
    this.#ends.clear();
  }
}
