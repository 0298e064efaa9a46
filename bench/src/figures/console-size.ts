// How much JavaScript and CSS a browser loads for the sign-in page, and until the overview stands with its numbers.

import { onConsole } from "../browser/console-site.js";
import { gzippedBytes, watchLoadedFiles } from "../browser/loaded-files.js";
import type { LoadedFile } from "../browser/loaded-files.js";
import { overviewNumbers } from "../browser/overview-numbers.js";
import { fillSignIn, pressSignIn } from "../browser/sign-in.js";
import type { Figure, Measure } from "../figure.js";

const name = "console-size";
const plan = { accounts: 30, units: 5, policies: 3 };
/** Kilobytes. */
const goal = 400;
/** Files that are named where the goal is missed. */
const largest = 8;

export const consoleSize: Figure = {
  name,
  run: async () =>
    onConsole(name, plan, async (site) => {
      const signIn = await site.visit(async (page) => {
        const files = watchLoadedFiles(page);
        await page.goto(`${site.url}/console/sign-in`, { waitUntil: "networkidle" });
        return files();
      });
      const overview = await site.visit(async (page) => {
        const files = watchLoadedFiles(page);
        await fillSignIn(page, site);
        await pressSignIn(page);
        await page.locator(overviewNumbers(plan)).first().waitFor();
        await page.waitForLoadState("networkidle");
        return files();
      });
      return [
        measure("JavaScript of the sign-in page", signIn, "js"),
        measure("JavaScript of the overview", overview, "js", goal),
        measure("CSS of the sign-in page", signIn, "css"),
        measure("CSS of the overview", overview, "css"),
      ];
    }),
};

function measure(
  what: string,
  files: readonly LoadedFile[],
  kind: LoadedFile["kind"],
  goal?: number,
): Measure {
  const size = gzippedBytes(files, kind) / 1000;
  const count = files.filter((file) => file.kind === kind).length;
  const isMissed = goal !== undefined && size > goal;
  return {
    name: `${name}: ${what}`,
    measured: { value: size, unit: "kB" },
    spread: [size, size],
    ...(goal === undefined ? {} : { goal: { atMost: { value: goal, unit: "kB" as const } } }),
    rounds: 1,
    what:
      `the ${count} files that the browser really loads, signing in included where the overview is shown, each ` +
      `gzipped at level 9; the server sends them with brotli, smaller.${isMissed ? ` The largest: ${largestOf(files, kind)}.` : ""}`,
  };
}

function largestOf(files: readonly LoadedFile[], kind: LoadedFile["kind"]): string {
  return files
    .filter((file) => file.kind === kind)
    .toSorted((a, b) => b.gzipped - a.gzipped)
    .slice(0, largest)
    .map(({ name: file, gzipped }) => `${file} ${(gzipped / 1000).toFixed(1)} kB`)
    .join(", ");
}
