// A page of a list, in the form that list operations answer with.

import type { Page } from "./operation.js";
import type { Roster } from "./roster.js";

export interface PageOf<T> {
  readonly items: T[];
  /** For the output's `NextToken`; absent on the last page. */
  readonly more: { readonly NextToken?: string };
}

export function pageOf<T, Shape>(
  roster: Roster<T>,
  { after, count }: Page,
  shape: (item: T) => Shape,
  keep?: (item: T) => boolean,
): PageOf<Shape> {
  const { items, next } = roster.page(after, count, keep);
  return { items: items.map(shape), more: next === undefined ? {} : { NextToken: String(next) } };
}
