// What is told of journeys: run by vitest itself, on journeys of every outcome.

import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startVitest } from "vitest/node";
import { JourneyResults } from "./journey-results.js";
import { resultsTable } from "./results-table.js";

// The inner run says by its exit code that a journey failed, which is no failure of this one.
let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
});

/** Runs one file of this folder; the clock goes on by a second each time that somebody looks. */
async function told(file: string) {
  const progress: string[] = [];
  let now = 0;
  const results = new JourneyResults(
    (line) => progress.push(line),
    () => (now += 1000),
  );
  const root = fileURLToPath(new URL(".", import.meta.url));
  const vitest = await startVitest("test", [], {
    root,
    config: false,
    include: [file],
    watch: false,
    reporters: [results],
  });
  await vitest.close();
  return { progress, results };
}

test("each journey is told once: passed, failed and why, skipped and why", async () => {
  const { progress, results } = await told("journeys.fixture.ts");
  expect(results.troubles).toEqual([]);
  expect(results.results).toMatchObject([
    { client: "aws-cli", journey: "accounts", result: "passed", steps: 1, failures: [] },
    { client: "boto3", journey: "life", result: "failed", steps: 2 },
    { client: "terraform", journey: "stack", result: "skipped", missing: "skipped: none here" },
  ]);
  expect(results.results[1]?.failures).toEqual([
    expect.stringContaining("goes wrong: expected 'found' to be"),
  ]);
  expect(progress).toEqual([
    "begins   an organization's life, by boto3",
    "failed   an organization's life, by boto3",
    "begins   accounts that join and leave, by the AWS CLI",
    "passed   accounts that join and leave, by the AWS CLI",
    "skipped  a stack from apply to destroy, by Terraform",
  ]);
  const table = resultsTable(results.results);
  expect(table.split("\n").slice(0, 4)).toEqual([
    "CLIENT     JOURNEY                        RESULT   STEPS  SECONDS",
    "AWS CLI    accounts that join and leave   passed       1      1.0",
    "boto3      an organization's life         failed       2      1.0",
    "Terraform  a stack from apply to destroy  skipped",
  ]);
  expect(table).toContain("an organization's life, by boto3:\n  goes wrong: expected 'found'");
  expect(table).toContain("Terraform skipped: none here\n  to get it: Terraform 1.5 or later");
  expect(table).toMatch(/\n3 journeys: 1 passed, 1 failed, 1 skipped\n$/);
});

test("a file that does not load is trouble, and no journey of it is taken for done", async () => {
  const { results } = await told("broken-journey.fixture.ts");
  expect(results.results).toEqual([]);
  expect(results.troubles).toEqual([expect.stringContaining("broken-journey.fixture.ts: it does not load")]);
});

test("a journey of which nothing was run has failed, where its client is there", async () => {
  const { results } = await told("failed-stage.fixture.ts");
  expect(results.results).toMatchObject([
    { client: "boto3", journey: "throttled", result: "failed", failures: ["none of its steps was run"] },
  ]);
  expect(results.troubles).toEqual([expect.stringContaining("no server")]);
});
