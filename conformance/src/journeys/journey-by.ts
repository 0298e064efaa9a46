// A journey as a suite that names itself and its client, is skipped aloud where there is none, and leaves a list of calls.
/* oxlint-disable vitest/valid-title, vitest/valid-describe-callback -- titles come from the table of journeys */

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { clientNames } from "../clients/client-name.js";
import type { RunningCell } from "../running-cell.js";
import { journeys } from "./journeys.js";
import type { JourneyBy } from "./journeys.js";

/** A client may be a process per call, and the machine busy with others. */
const stepMillisecondsMax = 180_000;

/** A suite of the whole journey. */
export function journeyBy({ journey, client, missing }: JourneyBy, body: () => void): void {
  const title = `${journeys[journey]}, by ${clientNames[client]}`;
  if (missing !== undefined) process.stderr.write(`${title}: ${missing}\n`);
  describe.skipIf(missing !== undefined)(
    missing === undefined ? title : `${title} (${missing})`,
    { timeout: stepMillisecondsMax, meta: { journeyBy: { journey, client, missing } } },
    body,
  );
}

const calls = fileURLToPath(new URL("../../calls/", import.meta.url));

/** The last test of a journey: it called what is written down of it, and nothing else. `vitest -u` writes it anew. */
export function leavesCalls({ journey, client }: JourneyBy, cell: () => RunningCell): void {
  test(`it called what calls/${client}/${journey}.json lists`, async () => {
    const operations = JSON.stringify(cell().calls.operationsOf(client), undefined, 2);
    await expect(`${operations}\n`).toMatchFileSnapshot(`${calls}${client}/${journey}.json`);
  });
}
