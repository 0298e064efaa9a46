// The public face of the opt-out language.

export { awsAiServices, awsCatalogue, defaultEntry, extendCatalogue } from "./catalogue.js";
export type { Catalogue } from "./catalogue.js";
export { effectiveDocument } from "./effective-document.js";
export { applyLevel, effectivePolicy } from "./effective-policy.js";
export { describeErrors } from "./finding.js";
export type { Finding, Severity } from "./finding.js";
export { describeJson, parseJson } from "./json.js";
export type { Level } from "./level.js";
export { nothing } from "./merge.js";
export type { Merge } from "./merge.js";
export { choiceFor, namedServices } from "./opt-out-choice.js";
export type { ServiceChoice } from "./opt-out-choice.js";
export { aiOptOutCharactersMax, characterCount, parsePolicy, readValidPolicy } from "./parse-policy.js";
export { emptyPolicy } from "./policy-node.js";
export type { PolicyNode } from "./policy-node.js";
export { isMergeable, mergeablePolicyTypes } from "./policy-type.js";
export type { MergeablePolicyType } from "./policy-type.js";
export { positionAt } from "./position.js";
export type {
  OrganizationSnapshot,
  PolicyOrigin,
  SnapshotAccount,
  SnapshotAttachment,
  SnapshotPolicy,
  SnapshotUnit,
  Unread,
} from "./snapshot/organization-snapshot.js";
