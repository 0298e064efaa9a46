// Where a root, OU or account stands as a whole: over all services, as the policy engine evaluated them.

import type { Choice, Evaluation } from "@withhold/policy";

/**
 * `opted-in`: for some service for certain. `unknown`: something could not be read, and it could decide. `no-choice`:
 * for some service nobody chose, so that AWS's default applies and content is used.
 */
export type OptOutState = "opted-out" | "opted-in" | "no-choice" | "unknown";

/** As filters, CSV and cells name it. */
export const stateTexts: Readonly<Record<OptOutState, string>> = {
  "opted-out": "Fully opted out",
  "opted-in": "Opted in somewhere",
  "no-choice": "No choice",
  unknown: "Unknown",
};

/** Opted out only where every service is, for certain. */
export function stateOf(choices: readonly Choice[]): OptOutState {
  if (choices.includes("optIn")) return "opted-in";
  if (choices.includes("undetermined")) return "unknown";
  if (choices.includes("undecided")) return "no-choice";
  return "opted-out";
}

/** For an OU or root: what an account without policies of its own gets there. Worked out once for all that share it. */
export function optOutStates(evaluation: Evaluation): (nodeId: string) => OptOutState {
  const known = new Map<object, OptOutState>();
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
