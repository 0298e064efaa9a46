// How long the console takes to show what came of a key or a click, with 10,000 accounts.

import type { Page } from "playwright-core";
import { onConsole } from "../browser/console-site.js";
import type { ConsoleSite } from "../browser/console-site.js";
import { interactionTime, quickestTold, watchInteractions } from "../browser/interactions.js";
import { fillSignIn, pressSignIn } from "../browser/sign-in.js";
import type { Figure, Measure } from "../figure.js";
import { spread } from "../rounds.js";
import { consoleActs } from "./console-acts.js";
import type { ConsoleAct } from "./console-acts.js";

const name = "console-interaction";
const plan = { accounts: 10_000, units: 1000, policies: 500 };
const rounds = { count: 24, warmUps: 4 };
/** Milliseconds. */
const goal = 100;

/** An act without the console around it. */
type Turns = Pick<ConsoleAct, "prepare" | "before" | "act" | "rest">;

const bareInput: Turns = {
  prepare: async (page) => {
    await page.goto('data:text/html,<!doctype html><input aria-label="bare">');
    await page.getByLabel("bare").click();
  },
  act: async (page) => page.keyboard.press("7"),
  rest: 150,
};

export const consoleInteraction: Figure = {
  name,
  run: async () =>
    onConsole(name, plan, async (site) => {
      const floor = await site.visit(async (page) => {
        await watchInteractions(page);
        return timesOf(page, bareInput);
      });
      const measures: Measure[] = [];
      for (const act of consoleActs) {
        const times = await site.visit(async (page) => {
          await openSignedIn(page, site, act.path);
          return timesOf(page, act);
        });
        process.stderr.write(`${act.name}: ${upperQuartile(times)} ms\n`);
        measures.push(measure(act, times, floor));
      }
      return measures;
    }),
};

async function openSignedIn(page: Page, site: ConsoleSite, path: string): Promise<void> {
  await watchInteractions(page);
  await fillSignIn(page, site, path);
  await pressSignIn(page);
}

async function timesOf(page: Page, { prepare, before, act, rest }: Turns): Promise<readonly number[]> {
  await prepare(page);
  const times: number[] = [];
  for (let turn = -rounds.warmUps; turn < rounds.count; turn += 1) {
    const nth = turn + rounds.warmUps;
    await before?.(page, nth);
    const time = await interactionTime(page, async () => act(page, nth), rest);
    if (turn >= 0) times.push(time);
  }
  return times;
}

function measure(
  { name: act, what }: ConsoleAct,
  times: readonly number[],
  floor: readonly number[],
): Measure {
  return {
    name: `${name}: ${act}`,
    measured: { value: upperQuartile(times), unit: "ms" },
    spread: spread(times),
    floor: { value: upperQuartile(floor), unit: "ms", of: "a key in a bare page" },
    goal: { atMost: { value: goal, unit: "ms" } },
    rounds: rounds.count,
    what:
      `the 75th percentile, not the median, of the duration that the Event Timing API tells, ${quickestTold} ms where it ` +
      `tells none, with ${plan.accounts} accounts in ${plan.units} OUs and ${plan.policies} policies: ${what}`,
  };
}

/** What three of four are at most. */
function upperQuartile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? Number.NaN;
}
