/// <reference lib="dom" />
// The time from a click until what it leads to is on the screen, by the clock of the page.

import type { Page } from "playwright-core";

/** Milliseconds since the page began. */
export interface Shown {
  /** When the click was made. */
  readonly clicked: number;
  /** When the frame had been drawn in which it stood. */
  readonly shown: number;
}

/** `selector`: what is waited for. The click must not load another page. */
export async function untilShown(page: Page, click: () => Promise<void>, selector: string): Promise<Shown> {
  const shown = page.evaluate(
    async (wanted) =>
      new Promise<Shown>((resolve) => {
        let clicked = Number.NaN;
        addEventListener("click", ({ timeStamp }) => (clicked = timeStamp), { capture: true, once: true });
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          // What a frame's callback finds is drawn in that frame; the next task comes after it.
          else requestAnimationFrame(() => setTimeout(() => resolve({ clicked, shown: performance.now() })));
        };
        requestAnimationFrame(look);
      }),
    selector,
  );
  await click();
  return shown;
}
