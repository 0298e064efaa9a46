// Before the console's journeys: a browser, and the console as it is served.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "@withhold/bench";

const built = fileURLToPath(new URL("../../../packages/console/dist/index.html", import.meta.url));

export function setup(): void {
  findOrInstallChromium();
  if (!existsSync(built)) throw new Error("the console is not built; run `npm run build` first");
}
