// An explanation level by level: what each policy on the way says to one service, and what became of it.

import type { Attempt, Decision, Evaluation, Explanation, LevelName, Place } from "@withhold/policy";

type Said = Decision["choice"];

/** `won`: it decides. The others as in an explanation's attempts; `by` names the place that stands in the way. */
export interface Statement {
  readonly outcome: "won" | Attempt["outcome"];
  readonly said: Said;
  readonly entry: "own" | "default";
  readonly place: Place;
  readonly by: readonly Place[];
}

export interface LevelPolicy {
  readonly id: string;
  readonly name: string;
  /** In the order of the merge; none where the policy says nothing for the service. */
  readonly statements: readonly Statement[];
  /** Why nobody knows what it says. */
  readonly doubt: string | undefined;
}

export interface ChainLevel {
  readonly level: LevelName;
  /** In attachment order. */
  readonly policies: readonly LevelPolicy[];
  /** There may be more attached that could not be read. */
  readonly mayHoldMore: boolean;
}

/** Root first, the account last. */
export function chainLevels(evaluation: Evaluation, explanation: Explanation): readonly ChainLevel[] {
  const statements = statementsOf(explanation);
  return explanation.chain.map((level) => {
    const node = evaluation.node(level.id);
    return {
      level,
      mayHoldMore: evaluation.mayHoldMore(node),
      policies: evaluation.attachedAt(node).map((policy) => ({
        id: policy.id,
        name: policy.name,
        statements: statements.filter(
          ({ place }) => place.policyId === policy.id && place.level.id === level.id,
        ),
        doubt: evaluation.policies.read(policy).doubts[0]?.why,
      })),
    };
  });
}

function statementsOf({ decidedBy, attempts }: Explanation): readonly Statement[] {
  const told = attempts.map(({ outcome, said, entry, place, by }) => ({ outcome, said, entry, place, by }));
  if (decidedBy === undefined) return told;
  const { choice: said, entry, place } = decidedBy;
  return [{ outcome: "won", said, entry, place, by: [] }, ...told];
}

const saidTexts: Readonly<Record<Said, string>> = { optOut: "opt out", optIn: "opt in" };

/** `says opt out for the service`. */
export function statementText({ said, entry }: Statement, serviceName: string): string {
  const about = entry === "own" ? serviceName : "every service that has no entry of its own";
  return `Says ${saidTexts[said]} for ${about}`;
}

export const outcomeWords: Readonly<Record<Statement["outcome"], string>> = {
  won: "This decides",
  blocked: "Blocked",
  outranked: "Without effect",
  replaced: "Without effect",
  "set-aside": "Without effect",
};

/** Why it does not count; the places in the way follow, as links. Undefined where it does. */
export function hindranceText({ outcome, by }: Statement): string | undefined {
  switch (outcome) {
    case "won":
      return undefined;
    case "blocked":
      return by.length === 1 ? "a lock forbids it, in" : "locks forbid it, in";
    case "outranked":
      return "attached earlier at the same level is";
    case "replaced":
      return by.length === 0 ? undefined : "it held until it was changed further down, by";
    case "set-aside":
      return "the service has an entry of its own, in";
  }
}
