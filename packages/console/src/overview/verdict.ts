// The answer to "are we opted out, everywhere, for certain?", in words.

import { counted } from "../organization/impact.js";
import type { AccountState } from "../organization/account-states.js";

export interface VerdictFacts {
  readonly counts: Readonly<Record<AccountState, number>>;
  readonly isEnabled: boolean;
  /** How many opt-out policies there are, and how many of them are attached anywhere. */
  readonly policies: number;
  readonly attached: number;
  /** Asked only where everything is opted out: where something is unread, the search for an answer takes its time. */
  readonly locks: () => LockCounts;
  /** What could not be read: `the accounts below ou-1`. */
  readonly unread: readonly string[];
  /** False where there may be accounts that nobody read. */
  readonly hasAllAccounts: boolean;
}

/** Services that somebody below the root could opt in; those of which nobody knows; all of them. */
export interface LockCounts {
  readonly open: number;
  readonly unknown: number;
  readonly services: number;
}

export interface Verdict {
  readonly kind: "success" | "error" | "warning";
  readonly headline: string;
  readonly reason: string;
  /** What to do about it; undefined where nothing is left to do. */
  readonly next?: string;
  /** Whether opting out of everything is the answer. */
  readonly isToOptOut: boolean;
}

/** Total. A known leak comes before what is not known, and that before what could be undone. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const { counts, hasAllAccounts } = facts;
  const all = total(counts);
  if (counts["opted-in"] > 0) return optedIn(facts, all);
  if (counts.undecided > 0) return undecided(facts, all);
  if (counts.undetermined > 0 || !hasAllAccounts || all === 0) return unknown(facts, all);
  return optedOut(facts, all);
}

function total(counts: VerdictFacts["counts"]): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function optedIn({ counts, hasAllAccounts }: VerdictFacts, all: number): Verdict {
  const rest = [
    ...(counts.undecided > 0 ? [`${accounts(counts.undecided)} made no choice for some service`] : []),
    ...(counts.undetermined > 0 || !hasAllAccounts ? ["not everything could be read"] : []),
  ];
  return {
    kind: "error",
    headline: `${ofAll(counts["opted-in"], all)} opted in somewhere`,
    reason: sentences(
      "By a policy, AI services may keep and use content there",
      ...(rest.length === 0 ? [] : [`Besides, ${rest.join(", and ")}`]),
    ),
    next: "See in the list which services, and which policy decided; or opt out of everything",
    isToOptOut: true,
  };
}

function undecided({ counts, isEnabled, policies, attached }: VerdictFacts, all: number): Verdict {
  const headline =
    counts.undecided === all
      ? "No choice made: AWS's default is to use content"
      : `${ofAll(counts.undecided, all, "have", "has")} made no choice: AWS's default is to use content`;
  return {
    kind: "error",
    headline,
    reason: sentences(whyUndecided(isEnabled, policies, attached)),
    next: "Opt out of everything; a dry run shows first what it does",
    isToOptOut: true,
  };
}

function whyUndecided(isEnabled: boolean, policies: number, attached: number): string {
  if (!isEnabled) return "The policy type for AI services is not enabled, so no policy has any effect";
  if (policies === 0) return "There is no AI services opt-out policy yet";
  if (attached === 0) return "There are AI services opt-out policies, but none is attached";
  return "The policies attached do not reach every account and service; what nobody chose is used";
}

function unknown({ counts, unread }: VerdictFacts, all: number): Verdict {
  const headline =
    counts.undetermined > 0
      ? `Unknown for ${counts.undetermined.toLocaleString("en-GB")} of ${accounts(all)}`
      : "Unknown: not every account could be read";
  const [first, ...others] = unread;
  const what = first === undefined ? "something that decides it" : first;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return {
    kind: "warning",
    headline,
    reason: sentences(
      `Could not be read, or not be understood: ${what}${more}`,
      "What is not known does not count as opted out",
    ),
    next: "Read again as somebody who may read all of the organization",
    isToOptOut: false,
  };
}

function optedOut({ locks }: VerdictFacts, all: number): Verdict {
  const { open, unknown, services } = locks();
  const every = all === 1 ? "The one account is opted out" : `Every account is opted out`;
  if (open > 0) {
    const which = open === services ? "every AI service" : counted(open, ["AI service", "AI services"]);
    return {
      kind: "warning",
      headline: `${every} of every AI service, but that can be changed below the root`,
      reason: sentences(`Whoever may attach policies below the root could opt in ${which}`),
      next: "Lock the opt-out at the root: opt out of everything",
      isToOptOut: true,
    };
  }
  if (unknown > 0) {
    return {
      kind: "warning",
      headline: `${every} of every AI service; whether that can be changed below the root is unknown`,
      reason: sentences("Something that decides it could not be read, or not be understood"),
      next: "Read again as somebody who may read all of the organization",
      isToOptOut: false,
    };
  }
  return {
    kind: "success",
    headline: `${every} of every AI service, and nobody below the root can change that`,
    reason: sentences(
      "It holds for services that AWS may add and for accounts that may join, too, because it is locked at the root",
    ),
    isToOptOut: false,
  };
}

function ofAll(some: number, all: number, several = "are", one = "is"): string {
  return `${some.toLocaleString("en-GB")} of ${accounts(all)} ${some === 1 ? one : several}`;
}

function accounts(number: number): string {
  return counted(number, ["account", "accounts"]);
}

function sentences(...all: readonly string[]): string {
  return all.map((sentence) => `${sentence}.`).join(" ");
}
