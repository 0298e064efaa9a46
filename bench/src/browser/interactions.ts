/// <reference lib="dom" />
// How long an interaction takes until the next frame shows what came of it, as browsers tell by the Event Timing API.

import type { Page } from "playwright-core";

/** Milliseconds. Browsers tell of nothing quicker, and of the rest in steps of 8. */
export const quickestTold = 16;

interface Watched {
  readonly told: PerformanceEventTiming[];
}

/** Before the page is opened. */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript((durationThreshold) => {
    const told: PerformanceEventTiming[] = [];
    Object.assign(globalThis, { told });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId > 0) told.push(entry);
    }).observe({ type: "event", durationThreshold } as PerformanceObserverInit);
  }, quickestTold);
}

/**
 * Milliseconds from the input, such as a key that is pressed, to the frame after all that was done at once about it;
 * `quickestTold` where nothing is told. `rest`: milliseconds to wait afterwards.
 */
export async function interactionTime(page: Page, act: () => Promise<void>, rest: number): Promise<number> {
  const before = await page.evaluate(() => performance.now());
  await act();
  const durations = await page.evaluate(
    async ([since, wait]) => {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, wait));
      const { told } = globalThis as unknown as Watched;
      return told.flatMap(({ startTime, duration }) => (startTime >= since ? [duration] : []));
    },
    [before, rest] as const,
  );
  return Math.max(quickestTold, ...durations);
}
