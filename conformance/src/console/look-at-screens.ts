/// <reference lib="dom" />
// Looks at every screen at one width: what axe finds in light and dark, whether it fits, and, where asked for, pictures.

import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { consoleScreens } from "./console-screens.js";
import type { ConsoleScreen } from "./console-screens.js";
import { createConsoleUser, signInAs } from "./console-user.js";
import type { ConsoleUser } from "./console-user.js";
import { axeViolations, describeConsole, goTo } from "./console-visit.js";
import type { ConsoleTest, Scheme, Visit } from "./console-visit.js";
import { fillExampleOrganization } from "./example-organization.js";
import type { ExampleIds } from "./example-organization.js";

/** `WITHHOLD_SCREENSHOTS=1` has the pictures of the documentation taken; otherwise no file is written. */
const takesPictures = process.env["WITHHOLD_SCREENSHOTS"] === "1";
const pictures = fileURLToPath(new URL("../../../docs/console/", import.meta.url));

export function describeScreens(viewport: { readonly width: number; readonly height: number }): void {
  describeConsole(`screens ${viewport.width} pixels wide`, (started) => {
    let ana: ConsoleUser;
    let ids: ExampleIds;
    let visit: Visit;
    beforeAll(async () => {
      ana = await createConsoleUser(started(), "ana");
      await createRole(started());
      visit = await started().visit({ viewport, provokes: [400, 404] });
    });

    /** Nothing but axe's findings, wherever it looks. */
    async function look(screen: Pick<ConsoleScreen, "name" | "isImportant" | "open">): Promise<void> {
      const { page, complaints } = visit;
      const { name, isImportant = false, open } = screen;
      const isPictured = open === undefined;
      // Away from what was clicked: Cloudscape puts the note that tells why a button is disabled outside all landmarks.
      await page.mouse.move(0, 0);
      await settled(page);
      expect(await overflow(page), `${name} is wider than the page`).toBe(0);
      expect(await axeViolations(page), `${name} in light`).toEqual([]);
      if (isPictured) await takePicture(page, name, "light");
      await page.emulateMedia({ colorScheme: "dark" });
      // What another scheme changes is colours alone.
      expect(await axeViolations(page, ["color-contrast"]), `${name} in dark`).toEqual([]);
      if (isImportant) await takePicture(page, name, "dark");
      await page.emulateMedia({ colorScheme: "light" });
      expect(complaints, name).toEqual([]);
    }

    async function takePicture(page: Page, name: string, scheme: Scheme): Promise<void> {
      if (!takesPictures) return;
      mkdirSync(pictures, { recursive: true });
      const suffix = scheme === "dark" ? "-dark" : "";
      await page.screenshot({ path: `${pictures}${name}-${viewport.width}${suffix}.png` });
    }

    test("signing in", async () => {
      const { page } = visit;
      await page.goto(`${started().url}/console/`);
      await page.getByRole("textbox", { name: "Account ID" }).waitFor();
      await look({ name: "sign-in", isImportant: true });
      await chooseRootUser(page);
      await look({ name: "sign-in-root" });
    });

    test("an account in no organization, which creates one", async () => {
      const { page } = visit;
      await signInAs(page, started(), ana);
      const create = page.getByRole("button", { name: "Create an organization" });
      await create.waitFor();
      await look({ name: "no-organization" });
      await create.click();
      await page.getByRole("grid", { name: "Choices by account and service" }).waitFor();
      ids = await fillExampleOrganization(started());
      await page.getByRole("button", { name: "Dismiss message" }).click();
      await page.getByRole("button", { name: "Read again" }).click();
      await page.getByRole("row", { name: /team-1\b/ }).waitFor();
    });

    test.each(consoleScreens)("$name", async (screen) => {
      const { page } = visit;
      await page.evaluate(() => scrollTo(0, 0));
      await goTo(page, screen.path(ids));
      await screen.ready(page).first().waitFor();
      await settled(page);
      await screen.open?.(page);
      await look(screen);
      if (screen.open !== undefined) await page.keyboard.press("Escape");
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

/** Waits until nothing on the page says that it is loading. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[class*="status-loading"], [class*="awsui_spinner"]') === null,
  );
}

/** How many pixels of the page stand beyond its right edge. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
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
