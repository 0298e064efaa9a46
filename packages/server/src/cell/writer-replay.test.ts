// Laws of the writer under any interleaving of writes, reads and failures of the journal.

import fc from "fast-check";
import { rmSync } from "node:fs";
import { setImmediate as immediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import type { Ending } from "./driven-journal.fixture.js";
import {
  Refused,
  accountsOf,
  impossible,
  noon,
  noticing,
  opening,
  refused,
  writerBench,
} from "./writer-bench.fixture.js";

const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant("open" as const) },
    { weight: 3, arbitrary: fc.constant("read" as const) },
    { weight: 1, arbitrary: fc.constantFrom("notice" as const, "refuse" as const, "impossible" as const) },
  ),
  /** Event loop turns before the next step. */
  pause: fc.nat({ max: 3 }),
  clock: fc.integer({ min: -1000, max: 1000 }),
});
const ending: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Ending>("appended") },
  { weight: 2, arbitrary: fc.constantFrom<Ending>("failed", "lost", "kept") },
);

/** What came of one call: what it saw, and the account that it opened, if any. */
interface Outcome {
  readonly opened?: string;
  readonly seen?: readonly string[];
  readonly error?: string;
}

async function outcomeOf(answer: Promise<readonly string[]>, opened?: string): Promise<Outcome> {
  const about = opened === undefined ? {} : { opened };
  return answer.then(
    (seen) => ({ ...about, seen }),
    (error: unknown) =>
      error instanceof Refused ? { seen: error.seen } : { ...about, error: (error as Error).name },
  );
}

test("replay gives the live state; nobody saw what is not in it; an answered write is, a refused one is not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.array(ending, { maxLength: 8 }),
      // With checkpoints every few records, what is read back after a failure comes from one.
      fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      async (steps, endings, checkpoints) => {
        const directory = temporaryDirectory();
        const bench = await writerBench(directory, checkpoints);
        bench.journal.endings.push(...endings);
        const listing = async () => bench.writer.read(accountsOf);
        const calls = {
          open: async (id: string) => outcomeOf(bench.writer.write(opening(id)), id),
          impossible: async (id: string) => outcomeOf(bench.writer.write(impossible(id)), id),
          read: async () => outcomeOf(listing()),
          notice: async () => outcomeOf(bench.writer.write(noticing)),
          refuse: async () => outcomeOf(bench.writer.write(refused)),
        };
        const outcomes: Promise<Outcome>[] = [];
        for (const [index, { act, pause, clock }] of steps.entries()) {
          bench.clock = noon + clock;
          outcomes.push(calls[act](`${index}`));
          for (let turn = 0; turn < pause; turn += 1) await immediate();
        }
        const settled = await Promise.all(outcomes);
        const live = bench.writer.state;
        const replayed = await bench.replay();
        rmSync(directory, { recursive: true });

        expect(replayed.cell).toStrictEqual(live.cell);
        expect([replayed.revision, replayed.time]).toStrictEqual([live.revision, live.time]);
        const journaled = accountsOf(replayed);
        for (const { opened, seen, error } of settled) {
          // Accounts are only ever added, so what was seen is how the journal's list began.
          if (seen !== undefined) expect(journaled.slice(0, seen.length)).toStrictEqual(seen);
          if (seen !== undefined && opened !== undefined) expect(seen.at(-1)).toBe(opened);
          if (error !== undefined) expect(error).toBe("NotRecorded");
          if (error !== undefined) expect(journaled).not.toContain(opened);
        }
        const times = Array.from(replayed.cell.accounts.values(), ({ createdAt }) => createdAt);
        expect(times).toStrictEqual(times.toSorted((a, b) => a - b));
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
