/// <reference lib="dom" />
// When a page first showed anything.

import type { Page } from "playwright-core";

/** Milliseconds from the start of the navigation to the first contentful paint. */
export async function firstContentfulPaint(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName("first-contentful-paint");
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}
