// When the sign-in page first shows anything, and when the overview does after signing in, each with an empty cache.

import { startBarePage } from "../browser/bare-page.js";
import { onConsole, rootUser } from "../browser/console-site.js";
import type { ConsoleSite } from "../browser/console-site.js";
import { firstContentfulPaint } from "../browser/first-paint.js";
import { watchLoadedFiles } from "../browser/loaded-files.js";
import { fillSignIn, pressSignIn } from "../browser/sign-in.js";
import { untilShown } from "../browser/until-shown.js";
import type { Figure, Measure } from "../figure.js";
import { interleaved, median, spread } from "../rounds.js";
import type { Rounds } from "../rounds.js";

const name = "console-paint";
const plan = { accounts: 30, units: 5, policies: 3 };
const rounds = { count: 7, warmUps: 1 };
/** What every screen has, and the sign-in page has not. */
const topBar = "#top-bar";

export const consolePaint: Figure = {
  name,
  run: async () => onConsole(name, plan, async (site) => [await ofSignIn(site), await ofOverview(site)]),
};

async function ofSignIn(site: ConsoleSite): Promise<Measure> {
  const address = `${site.url}/console/sign-in`;
  const files = await site.visit(async (page) => {
    const loaded = watchLoadedFiles(page);
    await page.goto(address, { waitUntil: "networkidle" });
    return loaded();
  });
  const bare = await startBarePage(files);
  const paint = async (url: string) => site.visit(async (page) => firstContentfulPaint(page, url));
  const taken = await interleaved(
    rounds,
    async () => paint(address),
    async () => paint(bare.url),
  );
  await bare.close();
  return measure("the sign-in page", taken, "a bare page of as many files and bytes", {
    what:
      `first contentful paint of /console/sign-in, from the start of the navigation, in a window with an empty cache: ` +
      `${files.length} scripts and style sheets. The floor's scripts are comments but for one, which writes a heading.`,
  });
}

async function ofOverview(site: ConsoleSite): Promise<Measure> {
  const taken = await interleaved(
    rounds,
    async () =>
      site.visit(async (page) => {
        await fillSignIn(page, site);
        const { clicked, shown } = await untilShown(page, async () => pressSignIn(page), topBar);
        return shown - clicked;
      }),
    async () => passwordCheck(site),
  );
  return measure("the overview", taken, "`POST /v1/sign-in` alone", {
    what:
      "from the click on `Sign in` until the frame of the overview is on the screen, its numbers still to come. Most of " +
      "it is the server's: it compares the password slowly, as it should.",
  });
}

function measure(
  of: string,
  { ours, floor }: Rounds,
  floorOf: string,
  { what }: Pick<Measure, "what">,
): Measure {
  return {
    name: `${name}: ${of}`,
    measured: { value: median(ours), unit: "ms" },
    spread: spread(ours),
    floor: { value: median(floor), unit: "ms", of: floorOf },
    rounds: rounds.count,
    what,
  };
}

async function passwordCheck({ url }: ConsoleSite): Promise<number> {
  const start = performance.now();
  const answer = await fetch(`${url}/v1/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rootUser),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`the sign-in was answered ${answer.status}`);
  return performance.now() - start;
}
