// AI services as the address and tables name them.

import type { ServiceRow } from "@withhold/policy";

/** In the address: the key, or a word that is no key, since keys have no spaces. */
export function serviceWord(row: ServiceRow): string {
  return row.kind === "service" ? row.key : `any ${row.kind}`;
}

export function serviceLabel(row: ServiceRow): string {
  switch (row.kind) {
    case "service":
      return row.name ?? row.key;
    case "unnamed":
      return "Services that no policy names";
    case "future":
      return "Services that AWS may add later";
  }
}

/** The first row where the word names none. */
export function serviceOfWord(rows: readonly ServiceRow[], word: string | undefined): ServiceRow {
  return rows.find((row) => serviceWord(row) === word) ?? rows[0] ?? { kind: "unnamed" };
}
