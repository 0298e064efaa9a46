// The values that a filter offers: of columns that have few, since nobody chooses from ten thousand names.

import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";

const valuesMax = 100;

/** `items` by column id; columns with more values than a person would read offer none, and are searched by typing. */
export function filteringOptions<Id extends string>(
  items: readonly Readonly<Record<Id, unknown>>[],
  columns: readonly { readonly id: Id }[],
): PropertyFilterProps.FilteringOption[] {
  return columns.flatMap(({ id: propertyKey }) => {
    const values = new Set<string>();
    for (const item of items) {
      const value = item[propertyKey];
      if (typeof value === "string" && value !== "") values.add(value);
      if (values.size > valuesMax) return [];
    }
    return Array.from(values, (value) => ({ propertyKey, value }));
  });
}

/** Nothing where nothing is filtered. */
export function matchesText(count: number | undefined): string {
  if (count === undefined) return "";
  return count === 1 ? "1 match" : `${count} matches`;
}
