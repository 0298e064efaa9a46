// What the bench shares with the console's journeys: the browser, and what an operator does.

export { findChromium, launchChromium } from "./console/chromium.js";
export { setRootPassword } from "./console/operator-call.js";
