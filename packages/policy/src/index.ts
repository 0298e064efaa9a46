// The public face of the opt-out language.

export { borderOf, canOverride, canOverrideTree } from "./can-override/can-override.js";
export type { OverrideResult } from "./can-override/can-override.js";
export type {
  Obstacle,
  OverrideAnswer,
  OverrideReport,
  OverrideSummary,
  OverrideTree,
  OverrideVerdict,
  Remedy,
  Witness,
} from "./can-override/override-answer.js";
export { overrideText, remedyText } from "./can-override/override-text.js";
export { findRemedy } from "./can-override/remedy.js";
export type { RemedyResult } from "./can-override/remedy.js";
export { servicesKey, settingKey } from "./ai-opt-out-rules.js";
export { awsAiServices, awsCatalogue, defaultEntry, extendCatalogue, serviceKeyForm } from "./catalogue.js";
export type { AiService, Catalogue } from "./catalogue.js";
export { effectiveDocument } from "./effective-document.js";
export { effectiveErrors } from "./effective-errors.js";
export type { EffectiveError } from "./effective-errors.js";
export { applyLevel, effectivePolicy } from "./effective-policy.js";
export { aiOptOutType } from "./evaluation/ai-opt-out-type.js";
export { describeDoubt } from "./evaluation/doubt.js";
export type { Doubt } from "./evaluation/doubt.js";
export { evaluateSnapshot } from "./evaluation/evaluate-snapshot.js";
export type { EvaluationOptions, EvaluationResult } from "./evaluation/evaluate-snapshot.js";
export type { Evaluation } from "./evaluation/evaluation.js";
export type { Choice, PossibleChoice } from "./evaluation/lane-set.js";
export { describeLevel, describePlace, filePlace } from "./evaluation/place.js";
export type { LevelName, Place } from "./evaluation/place.js";
export { describeServiceRow, serviceRow } from "./evaluation/service-row.js";
export type { ServiceRow } from "./evaluation/service-row.js";
export { explain } from "./explain/explain.js";
export type { ExplainResult } from "./explain/explain.js";
export { explanationText } from "./explain/explanation-text.js";
export type { Attempt, Decision, Explanation } from "./explain/explanation.js";
export { describeErrors } from "./finding.js";
export type { Finding, RuleId, Severity } from "./finding.js";
export { withEdits } from "./fix.js";
export type { Fix, TextEdit } from "./fix.js";
export { formatPolicy } from "./format/format-policy.js";
export type { FormatOptions, FormatResult } from "./format/format-policy.js";
export { indentedJson } from "./format/indented-json.js";
export { minifiedJson } from "./format/minified-json.js";
export { describeJson, parseJson } from "./json.js";
export type { JsonNode } from "./json.js";
export type { Level } from "./level.js";
export { memberAppended, memberInserted, memberTakenOut, replaced } from "./lint/json-edit.js";
export type { JsonObject } from "./lint/json-edit.js";
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
export { childControl } from "./operators.js";
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
export { describeSnapshotProblem, parseSnapshot } from "./snapshot/parse-snapshot.js";
export type { SnapshotResult } from "./snapshot/parse-snapshot.js";
export { serializeSnapshot } from "./snapshot/serialize-snapshot.js";
export { chainAccountId, snapshotOfChain } from "./snapshot/snapshot-of-chain.js";
export type { ChainLevel, ChainPolicy } from "./snapshot/snapshot-of-chain.js";
export type { SnapshotProblem } from "./snapshot/snapshot-index.js";
export { applyChanges } from "./what-if/apply-change.js";
export type { ChangeResult } from "./what-if/apply-change.js";
export type { Change } from "./what-if/change.js";
export { difference, whatIf } from "./what-if/what-if.js";
export type { WhatIfResult } from "./what-if/what-if.js";
export { whatIfText } from "./what-if/what-if-text.js";
export type { WhatIfTextOptions } from "./what-if/what-if-text.js";
export type { AccountName, Deletion, Flip, FlipGroup, WhatIfReport } from "./what-if/what-if-report.js";
