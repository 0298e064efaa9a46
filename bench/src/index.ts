// What figures share with the console's journeys: a browser, an operator's calls, a large organization.

export { findChromium, findOrInstallChromium, launchChromium } from "./browser/chromium.js";
export { oneTimeLink, setRootPassword } from "./browser/operator-call.js";
export { accessKeyId, secretAccessKey } from "./credentials.js";
export { writeSampleJournal } from "./sample-journal.js";
export { managementAccountId, sampleOrganization, samplePolicyId } from "./sample-organization.js";
