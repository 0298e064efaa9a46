/// <reference lib="dom" />
// A visit to the console: a real server with a real journal, a real browser, and everything that the page complains of.

import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { SdkClient } from "../clients/sdk-client.js";
import type { RunningCell } from "../running-cell.js";
import { startCell } from "../running-cell.js";
import type { CellSettings } from "../running-cell.js";
import { findChromium, launchChromium } from "@withhold/bench";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const chromiumPath = findChromium();

/** The two widths that every screen is made for. */
export const wide = { width: 1280, height: 900 } as const;
export const narrow = { width: 390, height: 844 } as const;

/** Milliseconds for one step of a visit: a busy machine is no defect. */
const stepTimeout = 20_000;

type Scheme = "light" | "dark";

export interface VisitSettings {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: Scheme;
  /** HTTP statuses that the visit provokes: of these alone the browser's own line in the console is no complaint. */
  readonly provokes?: readonly number[];
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, errors thrown, requests to anybody but the server, in order. */
  readonly complaints: readonly string[];
}

/** A cell and a browser for one test file. */
export class ConsoleTest {
  readonly cell: RunningCell;
  /** As the root user of the first account. */
  readonly client: SdkClient;
  readonly #browser: Browser;

  private constructor(cell: RunningCell, browser: Browser) {
    this.cell = cell;
    this.client = new SdkClient({ endpoint: cell.server.url, key: cell.key });
    this.#browser = browser;
  }

  static async start(settings: CellSettings = {}): Promise<ConsoleTest> {
    if (chromiumPath === undefined) throw new Error("no browser; skip this test");
    const cell = await startCell(settings);
    return new ConsoleTest(cell, await launchChromium(chromiumPath));
  }

  get url(): string {
    return this.cell.server.url;
  }

  async visit(settings: VisitSettings = {}): Promise<Visit> {
    const { viewport = wide, scheme = "light", provokes = [] } = settings;
    const context = await this.#browser.newContext({
      viewport,
      colorScheme: scheme,
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "Europe/Zurich",
    });
    context.setDefaultTimeout(stepTimeout);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const text = message.text();
      const isProvoked = provokes.some((status) =>
        text.startsWith(`Failed to load resource: the server responded with a status of ${status} `),
      );
      const isComplaint = message.type() === "error" || message.type() === "warning";
      if (isComplaint && !isProvoked) complaints.push(`${message.type()}: ${text}`);
    });
    page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const isOwn = origin === this.url || protocol === "data:" || protocol === "blob:";
      if (!isOwn) complaints.push(`request to ${request.url()}`);
    });
    return { page, context, complaints };
  }

  /** Gives the complaints of a visit of its own. What the page looked like where it failed is kept, and said. */
  async visiting(
    walk: (page: Page, visit: Visit) => Promise<void>,
    settings: VisitSettings = {},
  ): Promise<readonly string[]> {
    const visit = await this.visit(settings);
    const { page, context, complaints } = visit;
    let isDone = false;
    try {
      await walk(page, visit);
      isDone = complaints.length === 0;
      return complaints;
    } finally {
      if (!isDone) {
        const path = join(mkdtempSync(join(tmpdir(), "withhold-console-")), "failed.png");
        await page.screenshot({ path }).catch(() => undefined);
        process.stderr.write(`the page as it was: ${path}; its complaints: ${JSON.stringify(complaints)}\n`);
      }
      await context.unrouteAll({ behavior: "ignoreErrors" });
      await context.close();
    }
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.cell.stop();
  }
}

/** A suite on a cell and a browser of its own; skipped without a browser, of which `browser-setup.ts` tells. */
export function describeConsole(
  title: string,
  suite: (started: () => ConsoleTest) => void,
  settings: CellSettings = {},
): void {
  const isMissing = chromiumPath === undefined;
  describe.skipIf(isMissing)(`${title}${isMissing ? " (no browser)" : ""}`, () => {
    let test: ConsoleTest | undefined;
    beforeAll(async () => {
      test = await ConsoleTest.start(settings);
    });
    afterAll(async () => test?.stop());
    suite(() => {
      if (test === undefined) throw new Error("the console is visited in tests and hooks");
      return test;
    });
  });
}

/** Follows an address of the console without loading the page anew, which would sign out. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", `/console${to}`);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, path);
}

/** What axe finds, a line each; nothing where all is well. By `rules` alone, where they are named. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Evaluated by the browser's debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(`globalThis.axe ?? (() => { ${axeSource} })(); undefined`);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (options: object) => Promise<{
          violations: readonly {
            id: string;
            help: string;
            nodes: readonly { target: readonly unknown[]; failureSummary?: string }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      resultTypes: ["violations"],
      ...(runOnly === undefined ? {} : { runOnly }),
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => `${id}: ${help}: ${String(target)}: ${failureSummary}`),
    );
  }, rules);
}
