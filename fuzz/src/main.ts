// `npm run fuzz`: sends requests by the hundred thousand, then says what came of them.

import { parseArgs } from "node:util";
import { mebibytes } from "./memory-watch.js";
import { FuzzFinding, runFuzz } from "./run-fuzz.js";
import type { FuzzSummary } from "./run-fuzz.js";

const usage = "usage: npm run fuzz -- [--seed NUMBER] [--count REQUESTS]\n";

class WrongUsage extends Error {}

interface Wanted {
  readonly seed: number;
  readonly count: number;
}

function wanted(): Wanted {
  const { values } = parsed();
  return {
    seed: numberOf("seed", values.seed, 2 ** 32 - 1) ?? Date.now() % 2 ** 32,
    count: numberOf("count", values.count, 1e9) ?? 500_000,
  };
}

function parsed() {
  try {
    return parseArgs({ options: { seed: { type: "string" }, count: { type: "string" } } });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function numberOf(name: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= max) return number;
  throw new WrongUsage(`--${name} takes a whole number up to ${max}`);
}

const progressMilliseconds = 2000;

function progress(count: number): (sent: number) => void {
  let shownAt = performance.now();
  const started = shownAt;
  return (sent) => {
    const now = performance.now();
    if (now - shownAt < progressMilliseconds) return;
    shownAt = now;
    const rate = Math.round(sent / ((now - started) / 1000));
    process.stderr.write(`${sent} of ${count} requests, ${rate} a second\n`);
  };
}

function counts(pairs: readonly (readonly [string, number])[]): string {
  return pairs.map(([name, count]) => `${name} ${count}`).join(", ");
}

function told({ memory, accepted, refusals, settlement, ...summary }: FuzzSummary, { seed }: Wanted): string {
  const lines = [
    `${summary.requests} requests with seed ${seed}, ${Math.round(summary.requestsPerSecond)} a second, signing and checking included`,
    `no crash, no 5xx, nothing hung; ${summary.unanswered} connections ended without an answer`,
    `accepted by caller: ${counts(summary.acceptedByCaller)}`,
    `accepted: ${counts(accepted)}`,
    `refused: ${counts(refusals)}`,
    summary.neverAccepted.length > 0
      ? `never accepted: ${summary.neverAccepted.join(", ")}`
      : "every operation of Organizations was accepted at least once",
    `${settlement.records} records: the first account, ${summary.acceptedWrites} accepted writes less ${settlement.unchanged} that found nothing to change, ${settlement.unclear} of spoilt bytes, ${settlement.unheard} whose answer was not waited for; replaying them gives the live state`,
    `memory after garbage collection: ${mebibytes(memory.warm)} when warm, ${mebibytes(memory.last)} at the end, at most ${mebibytes(memory.bound)} allowed`,
  ];
  return `${lines.join("\n")}\n`;
}

try {
  const run = wanted();
  process.stderr.write(`seed ${run.seed}, ${run.count} requests\n`);
  try {
    process.stdout.write(told(await runFuzz({ ...run, onProgress: progress(run.count) }), run));
  } catch (error) {
    if (!(error instanceof FuzzFinding)) throw error;
    process.stderr.write(
      `FOUND: ${error.message}\nagain: npm run fuzz -- --seed ${run.seed} --count ${run.count}\n`,
    );
    process.exitCode = 3;
  }
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error;
  process.stderr.write(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
