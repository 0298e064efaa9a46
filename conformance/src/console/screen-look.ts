/// <reference lib="dom" />
// Looks at a screen as it stands: what axe finds in light and in dark, whether it fits, and, where asked for, its picture.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { ConsoleScreen } from "./console-screens.js";
import { axeViolations } from "./console-visit.js";

/** `WITHHOLD_SCREENSHOTS=1` has the pictures of the documentation taken; otherwise no file is written. */
const takesPictures = process.env["WITHHOLD_SCREENSHOTS"] === "1";
const pictures = fileURLToPath(new URL("../../../docs/console/", import.meta.url));

interface ScreenLook {
  /** A line for each violation. */
  readonly inLight: readonly string[];
  readonly inDark: readonly string[];
  /** How many pixels of the page stand beyond its right edge. */
  readonly overflow: number;
}

export const asItShould: ScreenLook = { inLight: [], inDark: [], overflow: 0 };

export async function lookAtScreen(
  page: Page,
  { name, open, isImportant = false }: Pick<ConsoleScreen, "name" | "open" | "isImportant">,
): Promise<ScreenLook> {
  // Away from what was clicked: Cloudscape puts the note that tells why a button is disabled outside all landmarks.
  await page.mouse.move(0, 0);
  await settled(page);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  const inLight = await axeViolations(page);
  const isPictured = takesPictures && open === undefined;
  if (isPictured) await takePicture(page, name);
  await page.emulateMedia({ colorScheme: "dark" });
  // What another scheme changes is colours alone.
  const inDark = await axeViolations(page, ["color-contrast"]);
  if (isPictured && isImportant) await takePicture(page, name, "-dark");
  await page.emulateMedia({ colorScheme: "light" });
  return { inLight, inDark, overflow };
}

/** Waits until nothing on the page says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[class*="status-loading"], [class*="awsui_spinner"]') === null,
  );
}

async function takePicture(page: Page, name: string, suffix = ""): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: `${pictures}${name}-${width}${suffix}.png` });
}
