// What one layer of policies says to a request. An explicit deny wins.

import { conditionHolds } from "../conditions/condition.js";
import type { Condition } from "../conditions/condition.js";
import { actionsApply } from "../matching/action-list.js";
import { standingOf, standings } from "../matching/principal-list.js";
import type { Standing } from "../matching/principal-list.js";
import { resourcesApply } from "../matching/resource-list.js";
import type { Effect, Policy, Statement } from "../policy.js";
import type { AccessRequest } from "../request.js";
import type { Layer, LayerAnalysis } from "./decision.js";

/** Several policies that add up: those of an identity, of a session, of one level of the organization. */
export function evaluatePolicies(
  layer: Layer,
  policies: readonly Policy[],
  request: AccessRequest,
  level?: string,
): LayerAnalysis {
  const denials = denialsOf(policies, request);
  if (denials.length > 0) {
    return { layer, level, outcome: "explicit-deny", statements: denials, standing: undefined };
  }
  for (const { allows } of policies) {
    for (const statement of allows) {
      if (!applies(statement, request)) continue;
      return { layer, level, outcome: "allow", statements: [statement], standing: undefined };
    }
  }
  return { layer, level, outcome: "implicit-deny", statements: none, standing: undefined };
}

/** A policy that names principals. Of the statements that allow, the one counts that says most for the caller. */
export function evaluateResourcePolicy(
  layer: "trust" | "delegation",
  policy: Policy,
  request: AccessRequest,
): LayerAnalysis {
  const denials = denialsOf([policy], request);
  if (denials.length > 0) {
    return { layer, level: undefined, outcome: "explicit-deny", statements: denials, standing: undefined };
  }
  let strongest: { readonly statement: Statement; readonly standing: Standing } | undefined;
  for (const statement of policy.allows) {
    if (!applies(statement, request)) continue;
    const standing = statement.principals && standingOf(statement.principals, request.principal);
    if (standing === undefined) continue;
    if (strongest === undefined || standings.indexOf(standing) < standings.indexOf(strongest.standing)) {
      strongest = { statement, standing };
    }
  }
  return {
    layer,
    level: undefined,
    outcome: strongest ? "allow" : "implicit-deny",
    statements: strongest ? [strongest.statement] : none,
    standing: strongest?.standing,
  };
}

const none: readonly Statement[] = [];

function denialsOf(policies: readonly Policy[], request: AccessRequest): readonly Statement[] {
  let denials: Statement[] | undefined;
  for (const { denies } of policies) {
    for (const statement of denies) if (applies(statement, request)) (denials ??= []).push(statement);
  }
  return denials ?? none;
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const { effect, actions, resources, principals, conditions } = statement;
  return (
    actionsApply(actions, request.foldedAction) &&
    (principals === undefined || standingOf(principals, request.principal) !== undefined) &&
    (resources === undefined || resourcesApply(resources, request, effect)) &&
    allHold(conditions, request, effect)
  );
}

function allHold(conditions: readonly Condition[], { context }: AccessRequest, effect: Effect): boolean {
  for (const condition of conditions) if (!conditionHolds(condition, context, effect)) return false;
  return true;
}
