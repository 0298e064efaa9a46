// The public face of identity.

export { holderArn, rootArn } from "./arn.js";
export { authorizeCall, needsNoPermission } from "./authorization/authorize-call.js";
export type { Denial, Question } from "./authorization/authorize-call.js";
export { callerContext } from "./authorization/caller-context.js";
export type { RequestFacts } from "./authorization/caller-context.js";
export { callerOf } from "./caller.js";
export type { Caller, Credential } from "./caller.js";
export { consoleSession } from "./console-session.js";
export { identityLines } from "./checkpoint/identity-lines.js";
export { identityForm } from "./checkpoint/identity-line.js";
export type { IdentityLine } from "./checkpoint/identity-line.js";
export { restoreIdentity } from "./checkpoint/restore-identity.js";
export type { IdentityEvent } from "./events.js";
export { evolveIdentity, followOrganization, isIdentityEvent } from "./evolve-identity.js";
export { IdentityFault, faultStatuses } from "./fault.js";
export type { IdentityContext, IdentityDecision, IdentityOperation, KeyUse } from "./operation.js";
export type { IdentityOperationName, Input as IdentityInput } from "./operation-types.js";
export { iamOperations, stsOperations } from "./operations/index.js";
export { accessKeySecretName, passwordSecretName, rootPasswordSecretName } from "./secret-names.js";
export { isConsoleSession } from "./session-claims.js";
export type { SessionClaims } from "./session-claims.js";
export { Identity } from "./state/identity.js";
export type { User } from "./state/policy-holder.js";
