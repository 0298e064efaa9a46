// Where a root, OU or account stands as a whole: over all services, as the policy engine evaluated them.

import type { Choice, Evaluation } from "@withhold/policy";
import { accountStates } from "../organization/account-states.js";
import type { AccountState } from "../organization/account-states.js";

const choiceOf: Readonly<Record<AccountState, Choice>> = {
  "opted-in": "optIn",
  undecided: "undecided",
  undetermined: "undetermined",
  "opted-out": "optOut",
};

/** As the overview counts accounts: of several states that hold, the first of its list. Nothing at all is no opt-out. */
export function stateOf(choices: readonly Choice[]): AccountState {
  return accountStates.find((state) => choices.includes(choiceOf[state])) ?? "undetermined";
}

/** For an OU or root: what an account without policies of its own gets there. Worked out once for all that share it. */
export function optOutStates(evaluation: Evaluation): (nodeId: string) => AccountState {
  const known = new Map<object, AccountState>();
  const { rows } = evaluation;
  return (nodeId) => {
    const lanes = evaluation.serviceLanes(nodeId);
    let state = known.get(lanes);
    if (state === undefined) {
      state = stateOf(rows.map((row) => evaluation.choice(nodeId, row)));
      known.set(lanes, state);
    }
    return state;
  };
}
