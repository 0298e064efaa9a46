// What journeys share with the bench: the large organization, the browser, and what an operator does.

export { findChromium, findOrInstallChromium, launchChromium } from "./browser/chromium.js";
export { accessKeyId, secretAccessKey } from "./credentials.js";
export { oneTimeLink, setRootPassword } from "./operator-call.js";
export { writeSampleJournal } from "./sample-journal.js";
export { managementAccountId, sampleOrganization, samplePolicyId } from "./sample-organization.js";
