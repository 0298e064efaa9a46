import fc from "fast-check";
import { expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";
import { evolve } from "../evolve.js";
import { observe } from "../observation.fixture.js";
import { busyCell, perform, randomCalls } from "../random-calls.fixture.js";
import type { Cell } from "../state/cell.js";
import { cellLines } from "./cell-lines.js";
import type { CheckpointLine } from "./line.js";
import { restoreCell } from "./restore-cell.js";

/** As they are stored. */
const stored = (cell: Cell): CheckpointLine[] =>
  Array.from(cellLines(cell), (line) => JSON.parse(JSON.stringify(line)) as CheckpointLine);

test("a restored cell is the live one, and stays it whatever happens next", () => {
  fc.assert(
    fc.property(randomCalls, randomCalls, (before, after) => {
      const live = busyCell();
      for (const call of before) perform(live, call);
      const restored = restoreCell(stored(live.cell));
      expect(observe(restored)).toStrictEqual(observe(live.cell));
      const restoredAt = live.recorded.length;
      for (const call of after) perform(live, call);
      for (const { event, at } of live.recorded.slice(restoredAt)) evolve(restored, event, at);
      expect(observe(restored)).toStrictEqual(observe(live.cell));
      // Places too, which page tokens hold and no answer shows.
      expect(stored(restored)).toStrictEqual(stored(live.cell));
    }),
    { numRuns: 60 },
  );
});

test("places outlive what was deleted before them", () => {
  const live = new ExampleCell();
  const { accounts } = live.cell.organizations.get(live.organization)!;
  const first = live.act("ListAccounts", {}, { page: { count: 2 } });
  const restored = restoreCell(stored(live.cell)).organizations.get(live.organization)!;
  const after = Number(first.NextToken);
  expect(restored.accounts.page(after, 2).items.map(({ id }) => id)).toEqual(
    accounts.page(after, 2).items.map(({ id }) => id),
  );
});

test("lines that name what none before them made are refused", () => {
  const live = new ExampleCell();
  const lines = stored(live.cell);
  for (const part of ["accounts", "organization", "members", "policies"] as const) {
    expect(() => restoreCell(lines.filter((line) => line.part !== part))).toThrow("checkpoint");
  }
});
