// Every operation that is built is called by every client, but for the gaps that are written down with their reasons.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operations } from "@withhold/organization";
import { describe, expect, test } from "vitest";
import type { ClientName } from "../clients/client-name.js";
import { journeys } from "../journeys/journeys.js";
import { clients, coverageTable, readClientCoverage, uncovered } from "./client-coverage.js";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The reason for each operation that a client does not call. The file only ever shrinks. */
const gaps = JSON.parse(readFileSync(file("coverage-gaps.json"), "utf8")) as Readonly<
  Record<ClientName, Readonly<Record<string, string>>>
>;
const coverage = readClientCoverage(file("calls"));
const built = Object.keys(operations).toSorted();

describe.each(clients)("%s", (client) => {
  test("calls every operation in a journey: a step for a new one goes to journeys/, then `vitest -u` on them", () => {
    const unexplained = uncovered(coverage, client, built).filter((name) => !(name in gaps[client]));
    expect(unexplained).toEqual([]);
  });

  test("has no gap that is closed, or of what is not there; and each has its reason", () => {
    const missing = uncovered(coverage, client, built);
    const closed = Object.keys(gaps[client]).filter((name) => !missing.includes(name));
    expect(closed).toEqual([]);
    expect(Object.values(gaps[client]).every((reason) => reason.length > 10)).toBe(true);
  });

  test("calls nothing that is not built, in no journey that does not exist", () => {
    const called = Array.from(coverage[client].keys());
    expect(called.filter((name) => !built.includes(name))).toEqual([]);
    const names = new Set(Array.from(coverage[client].values()).flat());
    expect(Array.from(names).filter((name) => !(name in journeys))).toEqual([]);
  });

  test("would be found out if an operation were built that it does not call", () => {
    expect(uncovered(coverage, client, ["InventedOperation", "DescribeOrganization"])).toEqual([
      "InventedOperation",
    ]);
  });
});

test("coverage.md shows it", async () => {
  const text = `# Operations by clients

Made by \`src/coverage/client-coverage.test.ts\` from \`calls/\`, which journeys write from what the server was asked for and
granted. In the cells: the journeys ([README.md](README.md#journeys)). Why a cell is empty: \`coverage-gaps.json\`.

${coverageTable(coverage, built)}
`;
  await expect(text).toMatchFileSnapshot(file("coverage.md"));
});
