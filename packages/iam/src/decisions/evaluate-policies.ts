// What one layer of policies says to a request. An explicit deny wins.

import { conditionHolds } from "../conditions/condition.js";
import { actionsApply } from "../matching/action-list.js";
import { standingOf, standings } from "../matching/principal-list.js";
import type { Standing } from "../matching/principal-list.js";
import { resourcesApply } from "../matching/resource-list.js";
import type { Policy, Statement } from "../policy.js";
import type { AccessRequest } from "../request.js";
import type { Layer, LayerAnalysis } from "./decision.js";

/** Several policies that add up: those of an identity, of a session, of one level of the organization. */
export function evaluatePolicies(
  layer: Layer,
  policies: readonly Policy[],
  request: AccessRequest,
  level?: string,
): LayerAnalysis {
  let denials: Statement[] | undefined;
  for (const policy of policies) denials = withDenials(denials, policy, request);
  if (denials !== undefined) return denied(layer, level, denials);
  for (const { allows } of policies) {
    for (const statement of allows) {
      if (!applies(statement, request) || !isFor(statement, request)) continue;
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
  const denials = withDenials(undefined, policy, request);
  if (denials !== undefined) return denied(layer, undefined, denials);
  let strongest: Statement | undefined;
  let standing: Standing | undefined;
  for (const statement of policy.allows) {
    if (statement.principals === undefined || !applies(statement, request)) continue;
    const one = standingOf(statement.principals, request.principal);
    if (one === undefined) continue;
    if (standing !== undefined && standings.indexOf(standing) <= standings.indexOf(one)) continue;
    strongest = statement;
    standing = one;
  }
  const outcome = strongest === undefined ? "implicit-deny" : "allow";
  const statements = strongest === undefined ? none : [strongest];
  return { layer, level: undefined, outcome, statements, standing };
}

const none: readonly Statement[] = [];

function denied(layer: Layer, level: string | undefined, statements: readonly Statement[]): LayerAnalysis {
  return { layer, level, outcome: "explicit-deny", statements, standing: undefined };
}

function withDenials(
  before: Statement[] | undefined,
  { denies }: Policy,
  request: AccessRequest,
): Statement[] | undefined {
  let denials = before;
  for (const statement of denies) {
    if (applies(statement, request) && isFor(statement, request)) (denials ??= []).push(statement);
  }
  return denials;
}

/** To whomever. */
function applies({ effect, actions, resources, conditions }: Statement, request: AccessRequest): boolean {
  if (!actionsApply(actions, request.foldedAction)) return false;
  if (resources !== undefined && !resourcesApply(resources, request, effect)) return false;
  for (const condition of conditions) {
    if (!conditionHolds(condition, request.context, effect)) return false;
  }
  return true;
}

function isFor({ principals }: Statement, { principal }: AccessRequest): boolean {
  return principals === undefined || standingOf(principals, principal) !== undefined;
}
