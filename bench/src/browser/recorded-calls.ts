/// <reference lib="dom" />
// The calls of the API that a page makes, and the same again by nothing but `fetch`.

import type { Page } from "playwright-core";
import type { ConsoleSite } from "./console-site.js";

export interface RecordedCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Filled from now on. */
export function recordCalls(page: Page, { url }: ConsoleSite): readonly RecordedCall[] {
  const calls: RecordedCall[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST" || request.url() !== `${url}/`) return;
    calls.push({ headers: request.headers(), body: request.postData() ?? "" });
  });
  return calls;
}

/** Milliseconds. Their signatures hold for five minutes. Rejects unless all answers are 200. */
export async function replayCalls(
  page: Page,
  { url }: ConsoleSite,
  calls: readonly RecordedCall[],
  inFlight: number,
): Promise<number> {
  // Any page of the server, so that the calls go where the page came from.
  await page.goto(`${url}/healthz`);
  return page.evaluate(
    async ([sent, width]) => {
      const start = performance.now();
      const waiting = sent.values();
      const send = async (): Promise<void> => {
        for (const { headers, body } of waiting) {
          const answer = await fetch("/", { method: "POST", headers, body });
          await answer.text();
          if (!answer.ok) throw new Error(`a call was answered ${answer.status}`);
        }
      };
      await Promise.all(Array.from({ length: width }, send));
      return performance.now() - start;
    },
    [calls, inFlight] as const,
  );
}
