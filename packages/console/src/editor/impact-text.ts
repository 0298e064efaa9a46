// The impact in words.

import type { Deletion, OverrideReport } from "@withhold/policy";
import { choiceWords, counted } from "../organization/impact.js";
import type { Direction } from "./policy-impact.js";

/** "Undecided → opted out". */
export function impactTitle({ before, after }: Direction): string {
  const [first = "", ...rest] = choiceWords[before];
  return `${first.toUpperCase()}${rest.join("")} → ${choiceWords[after]}`;
}

export function impactCounts({ accounts, services, pairs }: Direction): string {
  const named = services.filter(({ row }) => row.kind === "service").length;
  const beyond = services.length > named ? ", and services to come" : "";
  return `${counted(accounts.length, ["account", "accounts"])} × ${counted(named, ["service", "services"])}${beyond}: ${counted(pairs, ["flip", "flips"])}`;
}

/** "26 services in 2 accounts". */
export function deletionTitle({ certainty, services, accounts }: Deletion): string {
  const named = services.filter(({ kind }) => kind === "service").length;
  const what = counted(named, ["service", "services"]);
  return `${certainty === "possibly" ? "Possibly: " : ""}${what} in ${counted(accounts.length, ["account", "accounts"])}`;
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
