/// <reference lib="dom" />
// Every screen at one width, from signing in on, over an organization that has something of everything.

import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { consoleScreens } from "./console-screens.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { describeConsole, goTo } from "./console-visit.js";
import type { ConsoleTest, Visit } from "./console-visit.js";
import { fillExampleOrganization } from "./example-organization.js";
import type { ExampleIds } from "./example-organization.js";
import { asItShould, lookAtScreen, settled } from "./screen-look.js";

export function describeScreens(viewport: { readonly width: number; readonly height: number }): void {
  describeConsole(`screens ${viewport.width} pixels wide`, (started) => {
    let ana: ConsoleUser;
    let ids: ExampleIds;
    let visit: Visit;
    beforeAll(async () => {
      ana = await createConsoleUser(started(), "ana");
      await createRole(started());
      // A status other than 200 is how the API says that there is no organization, or no delegation policy, yet.
      visit = await started().visit({ viewport, provokes: [400, 404] });
    });

    test("signing in", async () => {
      const { page } = visit;
      await page.goto(`${started().url}/console/`);
      await page.getByRole("textbox", { name: "Account ID" }).waitFor();
      expect(await lookAtScreen(page, { name: "sign-in", isImportant: true })).toEqual(asItShould);
      await chooseRootUser(page);
      expect(await lookAtScreen(page, { name: "sign-in-root" })).toEqual(asItShould);
      expect(visit.complaints).toEqual([]);
    });

    test("an account in no organization, which creates one", async () => {
      const { page } = visit;
      await signInAs(page, started(), ana);
      const create = page.getByRole("button", { name: "Create an organization" });
      await create.waitFor();
      expect(await lookAtScreen(page, { name: "no-organization" })).toEqual(asItShould);
      await create.click();
      await page.getByRole("grid", { name: "Choices by account and service" }).waitFor();
      ids = await fillExampleOrganization(started());
      await page.getByRole("button", { name: "Dismiss message" }).click();
      await page.getByRole("button", { name: "Read again" }).click();
      await page.getByRole("row", { name: /team-1\b/ }).waitFor();
      expect(visit.complaints).toEqual([]);
    });

    test.each(consoleScreens)("$name", async (screen) => {
      const { page } = visit;
      await page.evaluate(() => scrollTo(0, 0));
      await goTo(page, screen.path(ids));
      await screen.ready(page).first().waitFor();
      await settled(page);
      await screen.open?.(page);
      expect(await lookAtScreen(page, screen)).toEqual(asItShould);
      if (screen.open !== undefined) await page.keyboard.press("Escape");
      expect(visit.complaints).toEqual([]);
    });
  });
}

/** On narrow screens what is segmented becomes a list to choose from. */
async function chooseRootUser(page: Page): Promise<void> {
  const list = page.getByRole("button", { name: /^Who signs in/ });
  const segment = page.getByRole("button", { name: "Root user", exact: true });
  await list.or(segment).first().waitFor();
  if (await list.isVisible()) {
    await list.click();
    await page.getByRole("option", { name: "Root user" }).click();
  } else await segment.click();
}

async function createRole({ cell }: ConsoleTest): Promise<void> {
  const iam = new IAMClient({ endpoint: cell.server.url, credentials: cell.key, region: "us-east-1" });
  const trust = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${cell.accountId}:root` },
    Action: "sts:AssumeRole",
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  await iam.send(new CreateRoleCommand({ RoleName: "auditor", AssumeRolePolicyDocument }));
  iam.destroy();
}
