// The answer to "could anybody below still opt a service in?", with its proof. JSON; `version` names its form.

import type { Doubt } from "../evaluation/doubt.js";
import type { Choice } from "../evaluation/lane-set.js";
import type { LevelName, Place } from "../evaluation/place.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { Change } from "../what-if/change.js";

/** One point of the tree, every row that was asked for. */
export interface OverrideReport {
  readonly version: 1;
  readonly kind: "can-override";
  /**
   * The border runs beneath the policies of the root or of an OU. For an account it runs above the account's own
   * policies: they stand at the lowest level, and whoever may attach there may replace them.
   */
  readonly point: LevelName;
  /** Root first: the levels whose policies are taken as given. */
  readonly given: readonly LevelName[];
  readonly typeEnabled: boolean;
  readonly answers: readonly OverrideAnswer[];
}

/** Every point of the tree: the root and all OUs. An account has the answers of its parent, with its own border. */
export interface OverrideTree {
  readonly version: 1;
  readonly kind: "can-override-tree";
  readonly points: readonly OverrideReport[];
  readonly summary: readonly OverrideSummary[];
}

/** For how many accounts each verdict holds, the border above the account's own policies. */
export interface OverrideSummary {
  readonly service: ServiceRow;
  readonly accounts: Readonly<Record<OverrideVerdict, number>>;
}

export type OverrideVerdict = "reachable" | "impossible" | "undetermined";

export interface OverrideAnswer {
  readonly service: ServiceRow;
  readonly verdict: OverrideVerdict;
  /** What the given policies choose while nothing is attached below. `impossible` with `undecided` is no opt-out. */
  readonly choiceAbove: Choice;
  /** With `reachable`. */
  readonly witness?: Witness;
  /** With `impossible`: each way in, and what closes it. */
  readonly obstacles?: readonly Obstacle[];
  /** With `undetermined`: what would have to be known. */
  readonly doubts?: readonly Doubt[];
}

/** The smallest policy that opts the service in below the point: attached there alone, it was evaluated and does. */
export interface Witness {
  readonly content: string;
  readonly characters: number;
  /** The entry through which it opts in. */
  readonly entry: "own" | "default";
  /** True where the given policies opt in already: then nothing at all need be attached. */
  readonly needsNothing: boolean;
  /** The stand-in for the key of a service that does not exist yet: the policy is valid once AWS has added it. */
  readonly standsInFor?: string;
}

/** `own-entry`: the service has an entry of its own, so that `default` does not reach it. */
export interface Obstacle {
  readonly entry: "own" | "default";
  readonly because: "locked" | "own-entry";
  /** The locks, or the assignment that makes the entry; closed is closed, one of them is enough. */
  readonly by: readonly Place[];
}

/** The smallest change to the policies at or above a point after which nobody below can opt in, and all is opted out. */
export interface Remedy {
  readonly version: 1;
  readonly kind: "remedy";
  readonly point: LevelName;
  readonly services: readonly ServiceRow[];
  /** What to do, in this order; each was applied, and the result evaluated. Empty where all is closed already. */
  readonly changes: readonly Change[];
  /** A sentence per edit, for a person. */
  readonly edits: readonly string[];
  /** Every target of the policy: the change reaches what stands under them too. */
  readonly reaches: readonly LevelName[];
  /** Of the policy afterwards. */
  readonly characters: number;
}
