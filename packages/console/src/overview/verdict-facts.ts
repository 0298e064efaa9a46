// The facts of an organization that the verdict rests on.

import type { Evaluation } from "@withhold/policy";
import type { Policies } from "../organization/read-policies.js";
import type { Tree } from "../organization/tree.js";
import type { AccountStates } from "../organization/account-states.js";
import { lockCounts, rootAnswers } from "./locks/locks.js";
import type { VerdictFacts } from "./verdict.js";

interface Known {
  readonly tree: Pick<Tree, "unread">;
  readonly policies: Pick<Policies, "policies">;
  readonly evaluation: Evaluation;
  readonly states: AccountStates;
}

export function verdictFacts({ tree, policies, evaluation, states }: Known): VerdictFacts {
  const { snapshot, isEnabled } = evaluation;
  return {
    counts: states.counts,
    isEnabled,
    policies: policies.policies.length,
    attached: new Set(snapshot.attachments.map(({ policyId }) => policyId)).size,
    locks: () => lockCounts(rootAnswers(evaluation, states.services)),
    unread: inDoubt(evaluation, states),
    hasAllAccounts: tree.unread.length === 0,
  };
}

/** What the first account hangs on of which something is unknown; where there is none, what was not read at all. */
function inDoubt(evaluation: Evaluation, { accounts, services }: AccountStates): readonly string[] {
  const account = accounts.find(({ state }) => state === "undetermined");
  const service = services[account?.choices.indexOf("undetermined") ?? -1];
  if (account === undefined || service === undefined)
    return evaluation.snapshot.unread.map(({ what }) => what);
  return evaluation.doubts(account.id, service).map(({ what }) => what);
}
