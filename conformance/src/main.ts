// `npm run conformance`: runs every journey by every client that is found, and says what came of them.

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { JourneyResults } from "./results/journey-results.js";
import { resultsTable } from "./results/results-table.js";

const usage = "usage: npm run conformance -- [--output table|json]\n";

class WrongUsage extends Error {}

/** Grows when a member changes its meaning or leaves; new members do not count. */
const jsonVersion = 1;

const formats = ["table", "json"] as const;
type Format = (typeof formats)[number];

function wantedFormat(): Format {
  try {
    const { output } = parseArgs({ options: { output: { type: "string", default: "table" } } }).values;
    const format = formats.find((known) => known === output);
    if (format === undefined) throw new WrongUsage(`no output format \`${output}\``);
    return format;
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function main(): Promise<void> {
  const format = wantedFormat();
  const results = new JourneyResults(
    (line) => process.stderr.write(`${line}\n`),
    performance.now.bind(performance),
  );
  const vitest = await startVitest("test", ["conformance/src/journeys/", "conformance/src/readme.test.ts"], {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    watch: false,
    reporters: [results],
  });
  await vitest.close();
  process.stdout.write(
    format === "json"
      ? `${JSON.stringify({ version: jsonVersion, journeys: results.results, troubles: results.troubles }, undefined, 2)}\n`
      : resultsTable(results.results),
  );
  for (const trouble of results.troubles) process.stderr.write(`${trouble}\n`);
  const failed = results.results.some(({ result }) => result === "failed");
  process.exitCode = failed || results.troubles.length > 0 || results.results.length === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error;
  process.stderr.write(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
