// A session that ends while somebody writes: the page stays, they sign in again over it, and go on.

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { aiPolicies, createConsoleOrganization, policyIdOf, storedContent } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

/** How far the server's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;
const hourAndMore = 61 * 60_000;
const text = '{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}}}';

describeConsole(
  "a session that ends",
  (started) => {
    let ana: ConsoleUser;
    beforeAll(async () => {
      await createConsoleOrganization(started());
      ana = await createConsoleUser(started(), "ana");
    });
    /** Read by the clock of this machine, as its clients are. */
    async function storedAs(name: string): Promise<string | undefined> {
      const before = ahead;
      ahead = 0;
      const id = await policyIdOf(started(), name);
      const content = id === undefined ? undefined : await storedContent(started(), id);
      ahead = before;
      return content;
    }

    async function write(page: Page, name: string): Promise<void> {
      await page.clock.install({ time: Date.now() + ahead });
      // Node writes this header by the machine's clock, which no test sets; the SDK would correct its own by it.
      await page.context().route(`${started().url}/`, async (route) => {
        const response = await route.fetch();
        const date = new Date(Date.now() + ahead).toUTCString();
        await route.fulfill({ response, headers: { ...response.headers(), date } });
      });
      await signInAs(page, started(), ana, `${aiPolicies}/create?tab=json`);
      await page.getByRole("textbox", { name: "Policy name" }).fill(name);
      await page.getByRole("textbox", { name: /^Policy document/ }).click();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(text);
    }

    async function signInAgain(page: Page): Promise<void> {
      const dialog = page.getByRole("dialog", { name: "Your session has expired" });
      await dialog.getByRole("textbox", { name: "User name" }).waitFor();
      expect(await dialog.getByRole("textbox", { name: "User name" }).inputValue()).toBe("ana");
      expect(await dialog.getByRole("textbox", { name: "Account ID" }).inputValue()).toBe(ana.accountId);
      await dialog.getByLabel("Password", { exact: true }).fill(ana.password);
      await dialog.getByRole("button", { name: "Sign in" }).click();
      await dialog.waitFor({ state: "detached" });
    }

    async function create(page: Page, name: string): Promise<void> {
      expect(await page.getByRole("textbox", { name: "Policy name" }).inputValue()).toBe(name);
      expect(await page.getByRole("textbox", { name: /^Policy document/ }).innerText()).toBe(text);
      await page.getByRole("button", { name: "Create policy" }).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
    }

    test("when its hour is over: the dialog comes by itself, and what was typed is created after it", async () => {
      expect(
        await started().visiting(async (page) => {
          await write(page, "an hour later");
          ahead += hourAndMore;
          await page.clock.fastForward(hourAndMore);
          await signInAgain(page);
          await create(page, "an hour later");
        }),
      ).toEqual([]);
      expect(await storedAs("an hour later")).toBe(text);
    });

    test("when the machine slept: the call that is refused brings the dialog", async () => {
      expect(
        await started().visiting(
          async (page) => {
            await write(page, "after a sleep");
            ahead += hourAndMore;
            // The clock jumps, and no timer of the page runs.
            await page.clock.setSystemTime(Date.now() + ahead);
            await page.getByRole("button", { name: "Create policy" }).click();
            await signInAgain(page);
            await create(page, "after a sleep");
          },
          { provokes: [400, 401, 403] },
        ),
      ).toEqual([]);
      expect(await storedAs("after a sleep")).toBe(text);
    });

    test("closing the dialog signs out", async () => {
      expect(
        await started().visiting(async (page) => {
          await write(page, "given up");
          ahead += hourAndMore;
          await page.clock.fastForward(hourAndMore);
          const dialog = page.getByRole("dialog", { name: "Your session has expired" });
          await dialog.getByRole("button", { name: "Sign out" }).click();
          await page.getByRole("heading", { level: 1, name: "Withhold" }).waitFor();
        }),
      ).toEqual([]);
      expect(await storedAs("given up")).toBeUndefined();
    });
  },
  { clock: () => Date.now() + ahead },
);
