// How long `withhold serve` takes until it can answer from a journal of 100,000 records.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Figure, Measure } from "../figure.js";
import { nodeProcess } from "../node-process.js";
import { interleaved, median, spread } from "../rounds.js";
import { writeSampleJournal } from "../sample-journal.js";
import { sampleOrganization, updatedPolicy } from "../sample-organization.js";
import type { SampleOperation } from "../sample-organization.js";
import { inTemporaryDirectory } from "../temporary-directory.js";

const name = "start-up";
/** Some 99,900 records, which updates of policies fill up. */
const plan = { accounts: 46_000, units: 1000, policies: 500 };
const records = 100_000;
const rounds = { count: 5, warmUps: 1 };
const command = fileURLToPath(new URL("../../../packages/cli/bin/withhold.js", import.meta.url));

export const startUp: Figure = {
  name,
  run: async () =>
    inTemporaryDirectory(async (dataDirectory) => {
      const last = await writeSampleJournal(dataDirectory, sampleOperations());
      if (last !== records) throw new Error(`the sample has ${last} records`);
      const start = async (): Promise<Start> => untilListening(dataDirectory);
      const withCheckpoint = await startUps("from a checkpoint", start);
      const withNone = await startUps("from the first record", async () => {
        await rm(join(dataDirectory, "checkpoint"), { force: true });
        return start();
      });
      return [
        {
          ...withCheckpoint,
          goal: { atMost: { value: 1000, unit: "ms" } },
          what: `as an earlier start leaves the data directory. ${withCheckpoint.what}`,
        },
        { ...withNone, what: `with the checkpoint deleted before. ${withNone.what}` },
      ];
    }),
};

async function startUps(how: string, start: () => Promise<Start>): Promise<Measure> {
  const firstAnswers: number[] = [];
  const ours = async (): Promise<number> => {
    const { listening, firstAnswer } = await start();
    firstAnswers.push(firstAnswer);
    return listening;
  };
  const taken = await interleaved(rounds, ours, async () => nodeProcess(["-e", "0"]));
  return {
    name: `${name}: ${how}`,
    measured: { value: median(taken.ours), unit: "ms" },
    spread: spread(taken.ours),
    floor: { value: median(taken.floor), unit: "ms", of: "`node -e 0`" },
    rounds: rounds.count,
    what:
      `From starting the process to \`listening on\`, by the clock, with a journal of ${records} records ` +
      `(${plan.accounts} accounts created and moved) that the file cache of the machine holds. The first answer ` +
      `to /healthz comes ${median(firstAnswers).toFixed(0)} ms after that line.`,
  };
}

/** Milliseconds: from the start of the process to its line, and from there to its first answer. */
interface Start {
  readonly listening: number;
  readonly firstAnswer: number;
}

/** All but the first record, which the first start makes. */
function* sampleOperations(): Generator<SampleOperation> {
  let count = 1;
  for (const operation of sampleOrganization(plan)) {
    yield operation;
    count += 1;
  }
  for (let edition = 1; count < records; edition += 1) {
    yield updatedPolicy(edition % plan.policies, edition);
    count += 1;
  }
}

async function untilListening(dataDirectory: string): Promise<Start> {
  const start = performance.now();
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--data-dir", dataDirectory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  let listening = Number.NaN;
  let firstAnswer = Number.NaN;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
    if (url === undefined) continue;
    listening = performance.now() - start;
    await (await fetch(`${url}/healthz`)).text();
    firstAnswer = performance.now() - start - listening;
    child.kill("SIGTERM");
  }
  await exit;
  if (Number.isNaN(listening)) throw new Error("the server did not start");
  return { listening, firstAnswer };
}
