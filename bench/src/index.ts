// The large organization that figures are taken on, for journeys that need one.

export { accessKeyId, secretAccessKey } from "./credentials.js";
export { writeSampleJournal } from "./sample-journal.js";
export { managementAccountId, rootId, sampleAccountId, sampleOrganization } from "./sample-organization.js";
