// What a change would do in plain sentences, the warning about deleted content first.

import type { Choice } from "../evaluation/lane-set.js";
import { describeServiceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { AccountName, Flip, FlipGroup, WhatIfReport } from "./what-if-report.js";

export interface WhatIfTextOptions {
  /** Accounts named before the rest is counted; all of them when absent. */
  readonly accountsMax?: number;
}

/** Ends with a line feed. */
export function whatIfText(report: WhatIfReport, { accountsMax }: WhatIfTextOptions = {}): string {
  if (report.groups.length === 0) return `Nothing flips for any of ${accounts(report.accountsCount)}.\n`;
  const names = (list: readonly AccountName[]): string => listed(list, accountsMax ?? list.length);
  const lines = [
    ...report.deletions.map(({ certainty, services, accounts }) => {
      const what = certainty === "yes" ? "is deleted for good" : "may be deleted for good";
      const kept = services.map(shortName).join(", ");
      return `Warning: content that these services have kept ${what}: ${kept}; for ${names(accounts)}.`;
    }),
    `Something flips for ${report.accountsAffected} of ${accounts(report.accountsCount)}.`,
    ...report.groups.map((group) => groupText(group, names)),
  ];
  return `${lines.join("\n")}\n`;
}

function groupText({ flips, accounts }: FlipGroup, names: (list: readonly AccountName[]) => string): string {
  const alike = new Map<string, ServiceRow[]>();
  for (const flip of flips) {
    const key = direction(flip);
    const services = alike.get(key);
    if (services === undefined) alike.set(key, [flip.service]);
    else services.push(flip.service);
  }
  const changes = Array.from(alike, ([key, services]) => `  ${key}: ${services.map(shortName).join(", ")}`);
  return [`For ${names(accounts)}:`, ...changes].join("\n");
}

function direction({ before, after }: Flip): string {
  if (before === after) return "undetermined before and after, and it may flip";
  return `${word(before)} becomes ${word(after)}`;
}

function word(choice: Choice): string {
  const words = {
    optOut: "opted out",
    optIn: "opted in",
    undecided: "no choice made",
    undetermined: "undetermined",
  };
  return words[choice];
}

/** Lists of services are long enough without their full names. */
function shortName(row: ServiceRow): string {
  return row.kind === "service" ? row.key : describeServiceRow(row);
}

function listed(list: readonly AccountName[], max: number): string {
  const named = list.slice(0, max).map(({ id, name }) => (name === id ? id : `${id} (${name})`));
  const more = list.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

function accounts(count: number): string {
  return count === 1 ? "1 account" : `${count} accounts`;
}
