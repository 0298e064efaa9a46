// The public face of the domain.

export { admit } from "./callers.js";
export { cellLines } from "./checkpoint/cell-lines.js";
export { checkpointForm } from "./checkpoint/line.js";
export type { CheckpointLine } from "./checkpoint/line.js";
export { restoreCell } from "./checkpoint/restore-cell.js";
export { chainOf, effectiveSince, effectiveText, mergeAt } from "./effective-policies.js";
export { EffectiveTexts } from "./effective-texts.js";
export type { DomainEvent, DomainEventType } from "./events.js";
export { evolve } from "./evolve.js";
export { Fault, fault, faultFor } from "./fault.js";
export type { FaultName, FaultReasons, PlainFaultName } from "./fault.js";
export { drawAccountId } from "./ids.js";
export type { Draw } from "./ids.js";
export type { Input, OperationName, OperationTypes, Output } from "./operation-types.js";
export { optOutSummary } from "./opt-out-summary.js";
export type { AccountOptOut, OptOutState } from "./opt-out-summary.js";
export type { Callers, Context, Decision, MemberContext, Operation, Operations, Page } from "./operation.js";
export { operations } from "./operations/index.js";
export { policyTypes } from "./policy-type-names.js";
export { defaultQuotas } from "./quotas.js";
export type { Quotas } from "./quotas.js";
export type { Place } from "./roster.js";
export type { Account } from "./state/account.js";
export { Cell } from "./state/cell.js";
export type { Organization } from "./state/organization.js";
export type { MemberAccount, OrganizationalUnit, Parent, Root, TreeNode } from "./state/tree-node.js";
