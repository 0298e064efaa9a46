// The public face of IAM policies: from a document's text to a decision that explains itself.

export {
  authorize,
  delegationDecision,
  identityDecision,
  serviceControlDecision,
  trustDecision,
} from "./decisions/authorize.js";
export type { AuthorizationInput, CallerPolicies, Ceiling, ResourcePolicy } from "./decisions/authorize.js";
export type { Decision, Layer, LayerAnalysis, Outcome } from "./decisions/decision.js";
export { describeDecision } from "./decisions/describe-decision.js";
export { describeFinding, describeFindings } from "./document/finding.js";
export type { Finding } from "./document/finding.js";
export { parsePolicyDocument } from "./document/parse-policy-document.js";
export type { ParsedPolicyDocument } from "./document/parse-policy-document.js";
export { policyKinds } from "./document/policy-kind.js";
export type { PolicyKind } from "./document/policy-kind.js";
export { wildcardMatches } from "./matching/wildcard.js";
export type { Policy, Statement } from "./policy.js";
export { accessRequest, requestContext } from "./request.js";
export type { AccessRequest, ContextValue, Principal, RequestContext } from "./request.js";
