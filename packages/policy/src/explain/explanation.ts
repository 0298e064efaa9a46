// An explanation: why an account's effective policy is what it is for one service. JSON; `version` names its form.

import type { OptOutChoice } from "../ai-opt-out-rules.js";
import type { Doubt } from "../evaluation/doubt.js";
import type { Choice } from "../evaluation/lane-set.js";
import type { PossibleChoice } from "../evaluation/lane-set.js";
import type { LevelName, Place } from "../evaluation/place.js";
import type { ServiceRow } from "../evaluation/service-row.js";

export interface Explanation {
  readonly version: 1;
  readonly kind: "explanation";
  /** Root first, the account last. */
  readonly chain: readonly LevelName[];
  readonly service: ServiceRow;
  readonly choice: Choice;
  /** One choice where it is determined; else every choice that what is in doubt leaves open. */
  readonly possible: readonly PossibleChoice[];
  /** False where the policy type is not enabled: then no policy has any effect. */
  readonly typeEnabled: boolean;
  /** Who decided, among what could be read; absent where nobody did. */
  readonly decidedBy?: Decision;
  /** Every other policy along the chain that said something for this service, in the order of the merge. */
  readonly attempts: readonly Attempt[];
  /** What is in doubt along the chain. The choice holds in spite of it, unless it is undetermined. */
  readonly doubts: readonly Doubt[];
}

export interface Decision {
  readonly choice: OptOutChoice;
  /** By the service's own key, or through `default`. */
  readonly entry: "own" | "default";
  readonly place: Place;
}

/**
 * What a policy said in vain. `blocked`: locks above forbid it, `by` names them. `outranked`: a policy attached earlier
 * at the same level says otherwise. `replaced`: it held, until a policy at a lower level changed it. `set-aside`: it is
 * about `default`, and the service has an entry of its own. In the last three `by` names the place that counts instead.
 */
export interface Attempt {
  readonly said: OptOutChoice;
  readonly entry: "own" | "default";
  readonly place: Place;
  readonly outcome: "blocked" | "outranked" | "replaced" | "set-aside";
  readonly by: readonly Place[];
}
