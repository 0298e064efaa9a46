// The large organization that figures are taken on, for journeys that need one.

export { accessKeyId, secretAccessKey } from "./credentials.js";
export { writeSampleJournal } from "./sample-journal.js";
export { managementAccountId, sampleOrganization, samplePolicyId } from "./sample-organization.js";
