import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Roster } from "./roster.js";
import type { Place } from "./roster.js";

type Step = { readonly does: "add" | "delete"; readonly key: string };

/** A span of keys at a time, so that rosters grow past the size at which holes are swept up. */
const steps = fc
  .array(
    fc.record({
      does: fc.constantFrom("add", "add", "delete"),
      from: fc.nat({ max: 120 }),
      span: fc.nat({ max: 60 }),
    }),
    { maxLength: 25 },
  )
  .map((spans) =>
    spans.flatMap(({ does, from, span }) =>
      Array.from({ length: span }, (_, index): Step => ({ does, key: `k${from + index}` })),
    ),
  );

/** The same in a plain array; an item is the number of its step, so that one added again is another. */
class Model {
  readonly roster = new Roster<number>();
  entries: { key: string; item: number }[] = [];
  #count = 0;

  take({ does, key }: Step): void {
    const present = this.entries.some((entry) => entry.key === key);
    if (does === "delete") {
      if (this.roster.delete(key) !== present) throw new Error(`delete(${key}) says ${!present}`);
      this.entries = this.entries.filter((entry) => entry.key !== key);
    } else if (!present) {
      this.roster.add(key, (this.#count += 1));
      this.entries.push({ key, item: this.#count });
    }
  }

  get items(): number[] {
    return this.entries.map(({ item }) => item);
  }
}

describe("roster", () => {
  test("holds what a plain array would, in its order, through any removals", () => {
    fc.assert(
      fc.property(steps, (steps) => {
        const model = new Model();
        for (const step of steps) model.take(step);
        const { roster, entries, items } = model;
        expect([...roster.values()]).toEqual(items);
        expect(roster.size).toBe(items.length);
        expect(entries.map(({ key }) => roster.get(key))).toEqual(items);
        expect([roster.has("nobody"), roster.get("nobody"), roster.delete("nobody")]).toEqual([
          false,
          undefined,
          false,
        ]);
      }),
    );
  });

  test("pages show every item once, in order", () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), (steps, count) => {
        const model = new Model();
        for (const step of steps) model.take(step);
        const seen: number[] = [];
        let after: Place | undefined = 0;
        while (after !== undefined) {
          const page: ReturnType<Roster<number>["page"]> = model.roster.page(after, count);
          if (page.next !== undefined) expect(page.items).toHaveLength(count);
          seen.push(...page.items);
          if (seen.length > model.items.length) break;
          after = page.next;
        }
        expect(seen).toEqual(model.items);
      }),
    );
  });

  test("while a client pages, no item that stays is skipped, and none comes twice", () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(steps, { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (begin, between, count) => {
          const model = new Model();
          for (const step of begin) model.take(step);
          let staying = model.items;
          const seen: number[] = [];
          let after: Place | undefined = 0;
          for (let page = 0; after !== undefined && page < 2000; page += 1) {
            const { items, next }: ReturnType<Roster<number>["page"]> = model.roster.page(after, count);
            seen.push(...items);
            after = next;
            for (const step of between[page] ?? []) model.take(step);
            const now = new Set(model.items);
            staying = staying.filter((item) => now.has(item));
          }
          expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
          const shown = new Set(seen);
          expect(staying.filter((item) => !shown.has(item))).toEqual([]);
        },
      ),
    );
  });

  test("sweeping up the holes moves nobody's place", () => {
    const roster = new Roster<number>();
    for (let item = 1; item <= 100; item += 1) roster.add(`k${item}`, item);
    const { next } = roster.page(0, 40);
    for (let item = 1; item <= 90; item += 1) if (item !== 50) roster.delete(`k${item}`);
    expect(roster.page(next ?? 0, 3)).toEqual({ items: [50, 91, 92], next: 92 });
    expect([...roster.values()]).toEqual([50, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
  });

  test("a page steps over many holes, more of them later, and none once they are swept up", () => {
    const roster = new Roster<number>();
    for (let item = 1; item <= 100; item += 1) roster.add(`k${item}`, item);
    const drop = (from: number, to: number): void => {
      for (let item = from; item <= to; item += 1) roster.delete(`k${item}`);
    };
    drop(1, 40);
    expect(roster.page(0, 2).items).toEqual([41, 42]);
    drop(41, 50);
    expect(roster.page(0, 2).items).toEqual([51, 52]);
    // Sweeps up the holes, and leaves one.
    drop(51, 52);
    expect(roster.page(0, 2).items).toEqual([53, 54]);
  });

  test("a key joins once", () => {
    const roster = new Roster<number>();
    roster.add("a", 1);
    expect(() => roster.add("a", 2)).toThrow("already holds `a`");
  });

  test("an item put under a key that is there takes its place; under a new one it joins", () => {
    const roster = new Roster<string>();
    for (const key of ["a", "b"]) roster.put(key, key);
    roster.put("a", "new");
    roster.put("c", "c");
    expect([...roster.values()]).toEqual(["new", "b", "c"]);
    expect([roster.get("a"), roster.size, roster.page(1, 9).items]).toEqual(["new", 3, ["b", "c"]]);
  });

  test("an entry added again stands at the end, with a place that was never another's", () => {
    const roster = new Roster<string>();
    for (const key of ["a", "b", "c"]) roster.add(key, key);
    const { next } = roster.page(0, 1);
    roster.delete("a");
    roster.add("a", "again");
    expect(roster.page(next ?? 0, 9)).toEqual({ items: ["b", "c", "again"], next: undefined });
  });
});
