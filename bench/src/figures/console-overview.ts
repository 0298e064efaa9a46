// How long it takes from signing in to the overview's numbers with 10,000 accounts, and what takes how much of it.

import { evaluateSnapshot } from "@withhold/policy";
import { onConsole } from "../browser/console-site.js";
import type { ConsoleSite } from "../browser/console-site.js";
import { overviewNumbers } from "../browser/overview-numbers.js";
import { recordCalls, replayCalls } from "../browser/recorded-calls.js";
import type { RecordedCall } from "../browser/recorded-calls.js";
import { overviewSplit, watchReading } from "../browser/overview-split.js";
import type { OverviewSplit } from "../browser/overview-split.js";
import { fillSignIn, pressSignIn } from "../browser/sign-in.js";
import { untilShown } from "../browser/until-shown.js";
import type { Figure, Measure } from "../figure.js";
import { median, ratios, spread } from "../rounds.js";
import { sampleSnapshot } from "../sample-snapshot.js";

const name = "console-overview";
const plan = { accounts: 10_000, units: 1000, policies: 500 };
const rounds = 3;
/** As many calls as the page itself has under way. */
const inFlight = 24;

export const consoleOverview: Figure = {
  name,
  run: async () =>
    onConsole(name, plan, async (site) => {
      const snapshot = sampleSnapshot(plan);
      const visits: Visit[] = [];
      const replays: number[] = [];
      const evaluations: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const visit = await visitOverview(site);
        visits.push(visit);
        replays.push(await site.visit(async (page) => replayCalls(page, site, visit.calls, inFlight)));
        const start = performance.now();
        evaluateSnapshot(snapshot);
        evaluations.push(performance.now() - start);
      }
      const calls = visits[0]?.calls.length ?? 0;
      const again = `the same ${calls} calls by bare fetch in a page`;
      const taken = (pick: (split: OverviewSplit) => number): readonly number[] =>
        visits.map(({ split }) => pick(split));
      const reading = ratios({ ours: taken(({ reading }) => reading), floor: replays });
      return [
        {
          name,
          ...milliseconds(taken(({ whole }) => whole)),
          floor: { value: median(replays), unit: "ms", of: again },
          what:
            `from the click on \`Sign in\` until the numbers of ${plan.accounts} accounts in ${plan.units} OUs with ` +
            `${plan.policies} policies are on the screen, by the clock, in a window with an empty cache.`,
        },
        {
          name: `${name}: reading`,
          measured: { value: median(reading), unit: "ratio" },
          spread: spread(reading),
          floor: { value: median(replays), unit: "ms", of: again },
          goal: { atLeast: { value: 0.6, unit: "ratio" } },
          rounds,
          what:
            `${median(taken((split) => split.reading)).toFixed(0)} ms by the clock from that click to the last of ` +
            `${calls} answers of the API, which has no call that lists more than twenty accounts of one OU.`,
        },
        {
          name: `${name}: evaluating`,
          ...milliseconds(taken(({ evaluating }) => evaluating)),
          floor: { value: median(evaluations), unit: "ms", of: "`evaluateSnapshot` in Node" },
          what: "what the policy engine takes in the page, from what was read to an evaluation.",
        },
        {
          name: `${name}: drawing`,
          ...milliseconds(taken(({ drawing }) => drawing)),
          what: "from the last answer until the numbers are on the screen, without that.",
        },
      ];
    }),
};

interface Visit {
  readonly split: OverviewSplit;
  readonly calls: readonly RecordedCall[];
}

async function visitOverview(site: ConsoleSite): Promise<Visit> {
  return site.visit(async (page) => {
    await watchReading(page);
    const calls = recordCalls(page, site);
    await fillSignIn(page, site);
    const shown = await untilShown(page, async () => pressSignIn(page), overviewNumbers(plan));
    return { split: await overviewSplit(page, shown), calls };
  });
}

function milliseconds(times: readonly number[]): Pick<Measure, "measured" | "spread" | "rounds"> {
  return { measured: { value: median(times), unit: "ms" }, spread: spread(times), rounds };
}
