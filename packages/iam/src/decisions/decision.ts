// A decision: not a yes or a no, but what every layer of policies said, and which of them block.

import type { Standing } from "../matching/principal-list.js";
import type { Statement } from "../policy.js";

/** `implicit-deny`: no statement applies. */
export type Outcome = "allow" | "explicit-deny" | "implicit-deny";

/** The kinds of policies that a request passes, as explanations call them. */
export type Layer = "service-control" | "resource-control" | "trust" | "delegation" | "identity" | "session";

export interface LayerAnalysis {
  readonly layer: Layer;
  /** Of control policies: the root, OU or account. */
  readonly level: string | undefined;
  readonly outcome: Outcome;
  /** Every statement that denies; of those that allow the first, or in a resource policy the one that says most. */
  readonly statements: readonly Statement[];
  /** Of a trust or delegation policy that allows: as what it names the caller. */
  readonly standing: Standing | undefined;
}

export interface Decision {
  readonly outcome: Outcome;
  /** All that were asked, control policies from the root down. */
  readonly layers: readonly LayerAnalysis[];
  /** Those for which the request is denied: each alone suffices. Empty when it is allowed. */
  readonly blockedBy: readonly LayerAnalysis[];
}

/** An explicit deny blocks wherever it stands; its absence blocks where an allow is `needed`. */
export function decide(
  layers: readonly LayerAnalysis[],
  needed: (analysis: LayerAnalysis) => boolean,
): Decision {
  let outcome: Outcome = "allow";
  let blockedBy: LayerAnalysis[] | undefined;
  for (const analysis of layers) {
    if (analysis.outcome === "allow") continue;
    if (analysis.outcome === "implicit-deny" && !needed(analysis)) continue;
    if (outcome !== "explicit-deny") outcome = analysis.outcome;
    (blockedBy ??= []).push(analysis);
  }
  return { outcome, layers, blockedBy: blockedBy ?? [] };
}
