/// <reference lib="dom" />
// A visit to the console: a real server with a real journal, a real browser, and everything that the page complains of.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { RunningCell } from "../running-cell.js";
import { startCell } from "../running-cell.js";
import type { CellSettings } from "../running-cell.js";
import { findChromium, launchChromium } from "./chromium.js";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const chromiumPath = findChromium();

/** The two widths that every screen is made for. */
export const wide = { width: 1280, height: 900 } as const;
export const narrow = { width: 390, height: 844 } as const;

export type Scheme = "light" | "dark";

export interface VisitSettings {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: Scheme;
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
  readonly #browser: Browser;

  private constructor(cell: RunningCell, browser: Browser) {
    this.cell = cell;
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

  async visit({ viewport = wide, scheme = "light" }: VisitSettings = {}): Promise<Visit> {
    const context = await this.#browser.newContext({
      viewport,
      colorScheme: scheme,
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "Europe/Zurich",
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") {
        complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      const isOwn = origin === this.url || protocol === "data:" || protocol === "blob:";
      if (!isOwn) complaints.push(`request to ${request.url()}`);
    });
    return { page, context, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.cell.stop();
  }
}

/** Follows an address of the console without loading the page anew, which would sign out. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", `/console${to}`);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, path);
}

/** What axe finds, a line each; nothing where all is well. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated by the browser's debugger, which the page's Content-Security-Policy does not bind.
  await page.evaluate(`${axeSource}; undefined`);
  return page.evaluate(async () => {
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
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => `${id}: ${help}: ${String(target)}: ${failureSummary}`),
    );
  });
}
