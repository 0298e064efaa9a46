// The console on a server and in a browser of its own, for one figure.

import type { Page } from "playwright-core";
import { startServer } from "../child-server.js";
import { accessKeyId, secretAccessKey } from "../credentials.js";
import type { Measure } from "../figure.js";
import { setRootPassword } from "../operator-call.js";
import { writeSampleJournal } from "../sample-journal.js";
import { sampleOrganization } from "../sample-organization.js";
import type { SamplePlan } from "../sample-organization.js";
import { inTemporaryDirectory } from "../temporary-directory.js";
import { findChromium, launchChromium } from "./chromium.js";

export interface ConsoleSite {
  /** `http://HOST:PORT`. */
  readonly url: string;
  /** A window with an empty cache, closed afterwards. */
  readonly visit: <Found>(look: (page: Page) => Promise<Found>) => Promise<Found>;
}

/** Of the first account, which manages the sample organization. */
export const rootUser = { email: "root@withhold.localhost", password: "the password of the bench" } as const;

const viewport = { width: 1280, height: 900 } as const;

/** Milliseconds for one step: ten thousand accounts are read within it on a busy machine. */
const stepTimeout = 180_000;

/** Without a browser there are no measures, and a word on stderr. */
export async function onConsole(
  figure: string,
  plan: SamplePlan,
  measure: (site: ConsoleSite) => Promise<readonly Measure[]>,
): Promise<readonly Measure[]> {
  const chromium = findChromium();
  if (chromium === undefined) {
    process.stderr.write(
      `${figure} is skipped: no browser found; install Chromium, or name one in WITHHOLD_CHROMIUM\n`,
    );
    return [];
  }
  return inTemporaryDirectory(async (dataDirectory) => {
    await writeSampleJournal(dataDirectory, sampleOrganization(plan));
    const script = new URL("../servers/withhold-server.js", import.meta.url);
    const server = await startServer(script, { dataDirectory });
    await setRootPassword({ server, key: { accessKeyId, secretAccessKey } }, rootUser.password);
    const browser = await launchChromium(chromium);
    try {
      return await measure({
        url: server.url,
        visit: async (look) => {
          const context = await browser.newContext({ viewport, reducedMotion: "reduce", locale: "en-GB" });
          context.setDefaultTimeout(stepTimeout);
          try {
            return await look(await context.newPage());
          } finally {
            await context.close();
          }
        },
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
