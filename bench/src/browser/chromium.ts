// Finding a browser for the console's journeys, and starting it so that it talks to nobody but the server under test.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** `WITHHOLD_CHROMIUM` where it is set, else the first of the usual names on the path. */
export function findChromium(): string | undefined {
  const chosen = process.env["WITHHOLD_CHROMIUM"];
  if (chosen !== undefined && chosen !== "") return existsSync(chosen) ? chosen : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * On a machine that Debian's packages serve and where we are root, as in a container of CI, one that is missing is
 * installed. Says on stderr what it does, and what to do where it can do nothing.
 */
export function findOrInstallChromium(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall) {
    process.stderr.write("the console's journeys need a browser: installing Debian's chromium\n");
    install("install", "--yes", "--no-install-recommends", "chromium");
    if (findChromium() === undefined) {
      install("update");
      install("install", "--yes", "--no-install-recommends", "chromium");
    }
  }
  const installed = findChromium();
  if (installed === undefined) {
    process.stderr.write(
      "the console's journeys are skipped: no browser found; install Chromium, or name one in WITHHOLD_CHROMIUM\n",
    );
  }
  return installed;
}

function install(...words: readonly string[]): void {
  spawnSync("apt-get", words, {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 240_000,
  });
}

/** Everything that a browser does on its own account is off: the only traffic is the page's. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
