// A page of a list, in the form that list operations of IAM answer with.

import type { Page, Roster } from "@withhold/organization";

interface FilteredPage<T> {
  readonly items: T[];
  /** For the output. */
  readonly more: { readonly IsTruncated: boolean; readonly Marker?: string };
}

/** What `keep` keeps, in order. A last page may be empty where what followed was not kept. */
export function filteredPage<T>(
  roster: Roster<T>,
  { after, count }: Page,
  keep: (item: T) => boolean = () => true,
): FilteredPage<T> {
  const items: T[] = [];
  for (let at = after; ;) {
    const { items: some, next } = roster.page(at, 1);
    items.push(...some.filter(keep));
    if (next === undefined) return { items, more: { IsTruncated: false } };
    at = next;
    if (items.length === count) return { items, more: { IsTruncated: true, Marker: String(at) } };
  }
}

/** For `PathPrefix`. */
export function isUnder(prefix: string | undefined): (item: { readonly path: string }) => boolean {
  return prefix === undefined ? () => true : ({ path }) => path.startsWith(prefix);
}
