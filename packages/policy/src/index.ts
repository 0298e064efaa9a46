// The public face of the opt-out language.

export { awsAiServices, awsCatalogue, defaultEntry, extendCatalogue } from "./catalogue.js";
export type { Catalogue } from "./catalogue.js";
export { effectiveDocument } from "./effective-document.js";
export { effectiveErrors } from "./effective-errors.js";
export type { EffectiveError } from "./effective-errors.js";
export { applyLevel, effectivePolicy } from "./effective-policy.js";
export { describeErrors } from "./finding.js";
export type { Finding, RuleId, Severity } from "./finding.js";
export type { Fix, TextEdit } from "./fix.js";
export { formatPolicy } from "./format/format-policy.js";
export type { FormatOptions, FormatResult } from "./format/format-policy.js";
export { describeJson, parseJson } from "./json.js";
export type { Level } from "./level.js";
export { applyFixes } from "./lint/apply-fixes.js";
export type { ApplyFixesOptions, FixedPolicy } from "./lint/apply-fixes.js";
export { lintOrganization } from "./lint/lint-organization.js";
export type { LintOrganizationResult, LintedPolicy } from "./lint/lint-organization.js";
export { lintPolicy } from "./lint/lint-policy.js";
export type { LintOptions } from "./lint/lint-policy.js";
export { lintRules } from "./lint/lint-rules.js";
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
export { optOutSchema } from "./schema/opt-out-schema.js";
export type {
  OrganizationSnapshot,
  PolicyOrigin,
  Provenance,
  SnapshotAccount,
  SnapshotAttachment,
  SnapshotPolicy,
  SnapshotRoot,
  SnapshotUnit,
  Unread,
} from "./snapshot/organization-snapshot.js";
