// The impact of a change as screens show it: which services flip which way, for which accounts.

import { describeServiceRow } from "@withhold/policy";
import type { AccountName, Choice, ServiceRow, WhatIfReport } from "@withhold/policy";

/** Accounts for which the same services flip from one choice to another. */
export interface ImpactRow {
  readonly before: Choice;
  readonly after: Choice;
  readonly services: readonly ServiceRow[];
  readonly accounts: readonly AccountName[];
}

export type Impact =
  | { readonly ok: true; readonly report: WhatIfReport; readonly rows: readonly ImpactRow[] }
  | { readonly ok: false; readonly message: string };

/** Those that share content which was withheld before come first. */
export function impactRows({ groups }: WhatIfReport): readonly ImpactRow[] {
  const rows = groups.flatMap(({ flips, accounts }) => {
    const alike = new Map<string, ImpactRow & { readonly services: ServiceRow[] }>();
    for (const { before, after, service } of flips) {
      const key = `${before} ${after}`;
      const row = alike.get(key);
      if (row === undefined) alike.set(key, { before, after, services: [service], accounts });
      else row.services.push(service);
    }
    return [...alike.values()];
  });
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.accounts.length - a.accounts.length);
}

function rank({ before, after }: ImpactRow): number {
  if (before === "optOut") return 0;
  return after === "optOut" ? 2 : 1;
}

/** As tables and sentences name it. `undecided` is no opt-out: AWS then uses content. */
export const choiceWords: Readonly<Record<Choice, string>> = {
  optOut: "opted out",
  optIn: "opted in",
  undecided: "no choice made",
  undetermined: "unknown",
};

/** `lex, polly and 3 more`; all of them without `max`. */
export function servicesText(services: readonly ServiceRow[], max = services.length): string {
  return listed(
    services.map((row) => (row.kind === "service" ? row.key : describeServiceRow(row))),
    max,
  );
}

/** `111122223333 (Payments) and 2 more`; all of them without `max`. */
export function accountsText(accounts: readonly AccountName[], max = accounts.length): string {
  return listed(
    accounts.map(({ id, name }) => (name === id ? id : `${id} (${name})`)),
    max,
  );
}

function listed(names: readonly string[], max: number): string {
  const shown = names.slice(0, max);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

/** `1 account`, `3 accounts`. */
export function counted(count: number, [one, several]: readonly [string, string]): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}
