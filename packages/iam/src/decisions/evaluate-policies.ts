// What one layer of policies says to a request. An explicit deny wins.

import { conditionHolds } from "../conditions/condition.js";
import { actionsApply } from "../matching/action-list.js";
import { standingOf, standings } from "../matching/principal-list.js";
import type { Standing } from "../matching/principal-list.js";
import { resourcesApply } from "../matching/resource-list.js";
import type { NamedPolicy, Statement } from "../policy.js";
import type { AccessRequest } from "../request.js";
import type { DecidingStatement, Layer, LayerAnalysis } from "./decision.js";

/** Several policies that add up: those of an identity, of a session, of one level of the organization. */
export function evaluatePolicies(
  layer: Layer,
  policies: readonly NamedPolicy[],
  request: AccessRequest,
  level?: string,
): LayerAnalysis {
  const denials = denialsOf(policies, request);
  if (denials.length > 0) {
    return { layer, level, outcome: "explicit-deny", statements: denials, standing: undefined };
  }
  for (const { name, policy } of policies) {
    for (const statement of policy.allows) {
      if (!applies(statement, request)) continue;
      const statements = [{ policy: name, statement }];
      return { layer, level, outcome: "allow", statements, standing: undefined };
    }
  }
  return { layer, level, outcome: "implicit-deny", statements: none, standing: undefined };
}

/** A policy that names principals. Of the statements that allow, the one counts that says most for the caller. */
export function evaluateResourcePolicy(
  layer: "trust" | "delegation",
  named: NamedPolicy,
  request: AccessRequest,
): LayerAnalysis {
  const denials = denialsOf([named], request);
  if (denials.length > 0) {
    return { layer, level: undefined, outcome: "explicit-deny", statements: denials, standing: undefined };
  }
  let strongest: { readonly statement: Statement; readonly standing: Standing } | undefined;
  for (const statement of named.policy.allows) {
    const standing = statement.principals && standingOf(statement.principals, request);
    if (standing === undefined || !applies(statement, request)) continue;
    if (strongest === undefined || standings.indexOf(standing) < standings.indexOf(strongest.standing)) {
      strongest = { statement, standing };
    }
  }
  return {
    layer,
    level: undefined,
    outcome: strongest ? "allow" : "implicit-deny",
    statements: strongest ? [{ policy: named.name, statement: strongest.statement }] : none,
    standing: strongest?.standing,
  };
}

const none: readonly DecidingStatement[] = [];

function denialsOf(policies: readonly NamedPolicy[], request: AccessRequest): readonly DecidingStatement[] {
  let denials: DecidingStatement[] | undefined;
  for (const { name, policy } of policies) {
    for (const statement of policy.denies) {
      if (applies(statement, request)) (denials ??= []).push({ policy: name, statement });
    }
  }
  return denials ?? none;
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const { effect, actions, resources, principals, conditions } = statement;
  return (
    actionsApply(actions, request.foldedAction) &&
    (principals === undefined || standingOf(principals, request) !== undefined) &&
    (resources === undefined || resourcesApply(resources, request, effect)) &&
    conditions.every((condition) => conditionHolds(condition, request.context, effect))
  );
}
