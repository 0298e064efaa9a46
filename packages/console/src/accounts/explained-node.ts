// What the engine is asked about a node: an account itself, or for the root or an OU an account to come there.

import { evaluateSnapshot, explain } from "@withhold/policy";
import type { Evaluation, Explanation, ServiceRow } from "@withhold/policy";
import type { NodeRow } from "./node-rows.js";

export interface ExplainedNode {
  readonly evaluation: Evaluation;
  readonly accountId: string;
  /** True where the account is imagined: one without policies of its own. */
  readonly isImagined: boolean;
}

const imaginedId = "imagined-account";

export function explainedNode(evaluation: Evaluation, { id, kind }: NodeRow): ExplainedNode {
  if (kind === "Account") return { evaluation, accountId: id, isImagined: false };
  const { snapshot, catalogue } = evaluation;
  const imagined = { id: imaginedId, name: "an account", parentId: id };
  const result = evaluateSnapshot({ ...snapshot, accounts: [...snapshot.accounts, imagined] }, { catalogue });
  if (!result.ok) throw new Error(`an account cannot be imagined there: ${result.problem.message}`);
  return { evaluation: result.evaluation, accountId: imaginedId, isImagined: true };
}

export function explanationFor({ evaluation, accountId }: ExplainedNode, row: ServiceRow): Explanation {
  const result = explain(evaluation, accountId, row);
  if (!result.ok) throw new Error(result.message);
  return result.explanation;
}
