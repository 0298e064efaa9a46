// The query string as it enters the signature: encoded afresh and sorted.

import { encodeBytes } from "./percent-encoding.js";
import type { QueryTable } from "./query-table.js";

/** Pairs by encoded name, then encoded value; the signature itself left out. */
export function canonicalQuery(query: QueryTable): string {
  if (query.pairs.length === 0) return "";
  return query.pairs
    .filter(({ name }) => name !== "X-Amz-Signature")
    .map(({ name, value }) => ({ name: encodeBytes(name) ?? "", value: encodeBytes(value) ?? "" }))
    .toSorted((one, other) => compare(one.name, other.name) || compare(one.value, other.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
