// A journey as a suite that names itself and its client, is skipped aloud where there is none, and leaves a list of calls.
/* oxlint-disable vitest/valid-title -- titles come from the table of journeys */

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { clientNames } from "../clients/client-name.js";
import type { ClientName } from "../clients/client-name.js";
import type { RunningCell } from "../running-cell.js";

export const journeys = {
  life: "an organization's life",
  accounts: "accounts that join and leave",
  callers: "callers and their rights",
  stack: "a stack from apply to destroy",
  features: "an organization that grows",
  walk: "the README's walk",
  throttled: "waiting when told to",
  presigned: "an identity shown by a URL",
} as const;

export type JourneyName = keyof typeof journeys;

export interface JourneyBy {
  readonly journey: JourneyName;
  readonly client: ClientName;
  /** Why it is skipped, where it is. */
  readonly missing?: string | undefined;
}

declare module "vitest" {
  interface TaskMeta {
    /** Of the suite that is a whole journey: what `npm run conformance` makes a row of. */
    journeyBy?: JourneyBy;
  }
}

/** A suite of the whole journey; its tests may take as long as processes take on a busy machine. */
export function journeyBy({ journey, client, missing }: JourneyBy, body: () => void): void {
  const title = `${journeys[journey]}, by ${clientNames[client]}`;
  if (missing !== undefined) process.stderr.write(`${title}: ${missing}\n`);
  describe.skipIf(missing !== undefined)(
    missing === undefined ? title : `${title} (${missing})`,
    { timeout: 180_000, meta: { journeyBy: { journey, client, missing } } },
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
