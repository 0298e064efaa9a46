// A row of every table: one service, or the services that nobody can name yet.

import { awsCatalogue, defaultEntry } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { servicesKey } from "../ai-opt-out-rules.js";
import type { PolicyNode } from "../policy-node.js";

/**
 * `unnamed`: a service that no policy names. `future`: one that AWS may add later. Policies reach both through
 * `default`; the difference is that a policy can name the first today, and the second once AWS has added it.
 */
export type ServiceRow =
  | { readonly kind: "service"; readonly key: string; readonly name?: string }
  | { readonly kind: "unnamed" }
  | { readonly kind: "future" };

/** Every service of the catalogue, then those that policies name beside it, then `unnamed` and `future`. */
export function serviceRows(catalogue: Catalogue, named: Iterable<string>): readonly ServiceRow[] {
  const rows: ServiceRow[] = [];
  for (const { key, name } of catalogue.values()) rows.push({ kind: "service", key, name });
  for (const key of new Set(named)) if (!catalogue.has(key)) rows.push({ kind: "service", key });
  return [...rows, { kind: "unnamed" }, { kind: "future" }];
}

/** The row of a service key. A key that neither the catalogue nor a policy has is still a row. */
export function serviceRow(key: string, catalogue: Catalogue = awsCatalogue): ServiceRow {
  const name = catalogue.get(key)?.name;
  return name === undefined ? { kind: "service", key } : { kind: "service", key, name };
}

/** As sentences name it: `lex (Amazon Lex)`. */
export function describeServiceRow(row: ServiceRow): string {
  switch (row.kind) {
    case "service":
      return row.name === undefined ? row.key : `${row.key} (${row.name})`;
    case "unnamed":
      return "services that no policy names";
    case "future":
      return "services that AWS may add later";
  }
}

/** The services that a document has an entry for, be it one with a lock alone. */
export function servicesNamedIn(document: PolicyNode): readonly string[] {
  const entries = document.members.get(servicesKey)?.members;
  return entries === undefined ? [] : [...entries.keys()].filter((key) => key !== defaultEntry);
}
