/// <reference lib="dom" />
// What the time until the overview's numbers is made of.

import type { Page } from "playwright-core";
import type { Shown } from "./until-shown.js";

/** Milliseconds. */
export interface OverviewSplit {
  readonly whole: number;
  /** From the click to the last answer of the API. */
  readonly reading: number;
  /** By the policy engine. */
  readonly evaluating: number;
  /** The rest. */
  readonly drawing: number;
}

/** More than the page makes; a browser remembers 250 unless told. */
const callsMax = 100_000;

/** Before the page is opened. */
export async function watchReading(page: Page): Promise<void> {
  await page.addInitScript((max) => performance.setResourceTimingBufferSize(max), callsMax);
}

export async function overviewSplit(page: Page, { clicked, shown }: Shown): Promise<OverviewSplit> {
  const { lastAnswer, evaluating } = await page.evaluate(() => {
    const calls = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const ends = calls.flatMap(({ name, responseEnd }) =>
      name === `${location.origin}/` ? [responseEnd] : [],
    );
    const evaluations = performance.getEntriesByName("evaluate the organization");
    return {
      lastAnswer: ends.reduce((latest, end) => Math.max(latest, end), 0),
      evaluating: evaluations.reduce((sum, { duration }) => sum + duration, 0),
    };
  });
  if (lastAnswer === 0 || evaluating === 0) throw new Error("the page told nothing of its reading");
  return {
    whole: shown - clicked,
    reading: lastAnswer - clicked,
    evaluating,
    drawing: shown - lastAnswer - evaluating,
  };
}
