/// <reference lib="dom" />
// An organization of 10,000 accounts in the console: the numbers are right, and no screen stands still.

import {
  accessKeyId,
  managementAccountId,
  sampleOrganization,
  samplePolicyId,
  secretAccessKey,
  writeSampleJournal,
} from "@withhold/bench";
import { optOutSummary } from "@withhold/server";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { aiPolicies } from "./console-organization.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole } from "./console-visit.js";

const accounts = 10_000;
/** Milliseconds: beyond what a busy machine makes of an interaction that is smooth. `bench/` has the figures. */
const standstill = 5_000;

async function writeJournal(dataDirectory: string) {
  await writeSampleJournal(dataDirectory, sampleOrganization({ accounts, units: 200, policies: 40 }));
  return { accountId: managementAccountId, key: { accessKeyId, secretAccessKey } };
}

/** The longest task of the page since it was asked last, in milliseconds. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks = [] } = globalThis as unknown as { readonly longTasks?: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: "longtask" });
  });
}

describeConsole(
  "an organization of 10,000 accounts",
  (started) => {
    let ana: ConsoleUser;
    beforeAll(async () => {
      ana = await createConsoleUser(started(), "ana");
    });

    function countOf(wanted: "out" | "in" | "undecided"): string {
      const [organization] = started().cell.server.cell.organizations.values();
      if (organization === undefined) throw new Error("no organization");
      const count = optOutSummary(organization).filter(({ state }) => state === wanted).length;
      return count.toLocaleString("en-GB");
    }

    test("the overview has the right numbers, and its picture scrolls to the last account", async () => {
      expect([countOf("out"), countOf("in")]).not.toContain("0");
      expect(
        await started().visiting(async (page) => {
          await watchTasks(page);
          await signInAs(page, started(), ana);
          const picture = page.getByRole("grid", { name: "Choices by account and service" });
          await picture.waitFor({ timeout: 60_000 });
          const shown = (words: string) => page.getByRole("link", { name: new RegExp(`^${words}: `) });
          expect(await shown("Fully opted out").textContent()).toBe(countOf("out"));
          expect(await shown("Opted in somewhere").textContent()).toBe(countOf("in"));
          expect(await shown("No choice made").textContent()).toBe(countOf("undecided"));
          expect(await shown("Unknown").textContent()).toBe("0");
          // Of thousands of rows a few are drawn.
          expect(await picture.getByRole("row").count()).toBeLessThan(100);
          await picture.focus();
          await page.keyboard.press("ControlOrMeta+End");
          const rows = Number(await picture.getAttribute("aria-rowcount"));
          expect(rows).toBeGreaterThan(accounts);
          await picture.locator(`[aria-rowindex="${rows}"]`).waitFor();
          expect(await longestTask(page)).toBeLessThan(standstill);
        }),
      ).toEqual([]);
    });

    test("a number leads to its list, which is paged, and can be searched", async () => {
      expect(
        await started().visiting(async (page) => {
          await watchTasks(page);
          await signInAs(page, started(), ana);
          await page.getByRole("link", { name: /^Opted in somewhere: / }).click({ timeout: 60_000 });
          await page.getByRole("table", { name: "Accounts" }).waitFor();
          const title = page.getByRole("heading", { name: /^Accounts and services/ });
          await expect.poll(async () => (await title.boundingBox())?.y).toBeLessThan(300);
          await page.getByRole("searchbox", { name: "Account name or id" }).fill("Account 9999");
          await page.getByText("(1/10,001)").waitFor();
          expect(await longestTask(page)).toBeLessThan(standstill);
        }),
      ).toEqual([]);
    });

    test("the tree opens down to an account", async () => {
      expect(
        await started().visiting(async (page) => {
          await watchTasks(page);
          await signInAs(page, started(), ana, "/accounts");
          const tree = page.getByRole("treegrid", { name: "Accounts of the organization" });
          await tree.getByRole("button", { name: "Open Unit 0", exact: true }).click({ timeout: 60_000 });
          await tree.getByRole("link", { name: "Account 0", exact: true }).click();
          await page.getByRole("tab", { name: "Details", selected: true }).waitFor();
          expect(await longestTask(page)).toBeLessThan(standstill);
        }),
      ).toEqual([]);
    });

    test("the impact of a policy at the root follows what is typed, which is never held up", async () => {
      expect(
        await started().visiting(async (page) => {
          await watchTasks(page);
          await signInAs(page, started(), ana, `${aiPolicies}/${samplePolicyId(0)}/edit?tab=json`);
          const editor = page.getByRole("textbox", { name: /^Policy document/ });
          await editor.click();
          await page.keyboard.press("ControlOrMeta+a");
          await page.keyboard.insertText('{"services":{"default":{"opt_out_policy":{"@@assign":"optI"}}}}');
          await page
            .getByText("The impact is shown once the document can be read")
            .waitFor({ timeout: 60_000 });
          for (let back = 0; back < 5; back += 1) await page.keyboard.press("ArrowLeft");
          await page.keyboard.type("n");
          await page.getByText(/accounts? of 10,001/).waitFor();
          expect(await editor.innerText()).toContain('"optIn"');
          expect(await longestTask(page)).toBeLessThan(standstill);
        }),
      ).toEqual([]);
    });
  },
  { writeJournal, quotas: { accountsMax: 1_000_000, policiesPerTypeMax: 1_000_000 } },
);
