// The public face of the opt-out language.

export { checkAiOptOut } from "./ai-opt-out-rules.js";
export type { OptOutChoice } from "./ai-opt-out-rules.js";
export { awsAiServices, awsCatalogue, defaultEntry, extendCatalogue } from "./catalogue.js";
export type { AiService, Catalogue, CatalogueResult, Evidence } from "./catalogue.js";
export { effectiveDocument } from "./effective-document.js";
export { applyLevel, effectivePolicy } from "./effective-policy.js";
export { describeFinding } from "./finding.js";
export type { Finding, RuleId, Severity } from "./finding.js";
export { describeJson, parseJson, quote } from "./json.js";
export type { JsonMember, JsonNode, JsonResult, Offset } from "./json.js";
export type { AttachedPolicy, Level } from "./level.js";
export { Merge, nothing } from "./merge.js";
export type { Lock, Setting, Source } from "./merge.js";
export { operatorNames } from "./operators.js";
export type { OperatorSet, ValueOperator } from "./operators.js";
export { choiceFor, namedServices } from "./opt-out-choice.js";
export type { ServiceChoice } from "./opt-out-choice.js";
export { aiOptOutCharactersMax, characterCount, parsePolicy, readValidPolicy } from "./parse-policy.js";
export type { ParsedPolicy, ParseOptions } from "./parse-policy.js";
export { emptyPolicy } from "./policy-node.js";
export type { Operand, PolicyNode, Scalar, Value } from "./policy-node.js";
export { isMergeable, mergeablePolicyTypes } from "./policy-type.js";
export type { MergeablePolicyType } from "./policy-type.js";
export type { Trace, TraceEntry } from "./trace.js";
export { positionAt } from "./position.js";
export type { Position } from "./position.js";
