// The impact in words.

import { describeServiceRow } from "@withhold/policy";
import type { Choice, Deletion, OverrideReport, ServiceRow } from "@withhold/policy";
import type { Direction } from "./impact.js";

const choiceWords: Readonly<Record<Choice, string>> = {
  optOut: "opted out",
  optIn: "opted in",
  undecided: "undecided",
  undetermined: "not known",
};

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "Undecided → opted out". */
export function impactTitle({ before, after }: Direction): string {
  const [first = "", ...rest] = choiceWords[before];
  return `${first.toUpperCase()}${rest.join("")} → ${choiceWords[after]}`;
}

export function impactCounts({ accounts, services, pairs }: Direction): string {
  const named = services.filter(({ row }) => row.kind === "service").length;
  const beyond = services.length > named ? ", and services to come" : "";
  return `${counted(accounts.length, "account", "accounts")} × ${counted(named, "service", "services")}${beyond}: ${counted(pairs, "flip", "flips")}`;
}

/** All by name where they are few; the first of them and how many more. */
export function someOf(names: readonly string[], max: number): string {
  const left = names.length - max;
  return left <= 0
    ? names.join(", ")
    : `${names.slice(0, max).join(", ")} and ${left.toLocaleString("en")} more`;
}

/** "26 services in 2 accounts". */
export function deletionTitle({ certainty, services, accounts }: Deletion): string {
  const what = counted(services.length, "service", "services");
  return `${certainty === "possibly" ? "Possibly: " : ""}${what} in ${counted(accounts.length, "account", "accounts")}`;
}

/** Services by name alone. */
export function shortRow(row: ServiceRow): string {
  return row.kind === "service" ? (row.name ?? row.key) : describeServiceRow(row);
}

export interface OverrideSummary {
  readonly open: OverrideReport["answers"];
  readonly doubtful: number;
  readonly closed: number;
}

/** What can still be opted in below, what cannot, and what nobody can tell. */
export function overrideSummary({ answers }: OverrideReport): OverrideSummary {
  const open = answers.filter(({ verdict }) => verdict === "reachable");
  const doubtful = answers.filter(({ verdict }) => verdict === "undetermined").length;
  return { open, doubtful, closed: answers.length - open.length - doubtful };
}
