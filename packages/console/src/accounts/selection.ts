// What is selected, as the address holds it: ids, joined by commas.

type Identified = { readonly id: string };

/**
 * A table says what is selected after a click, by what it showed before. Only the difference counts: the address may
 * know of another click that the table has not been drawn with yet. Undefined where nothing is left.
 */
export function changedSelection(
  shown: readonly Identified[],
  after: readonly Identified[],
  now: string | undefined,
): string | undefined {
  const before = new Set(shown.map(({ id }) => id));
  const kept = new Set(after.map(({ id }) => id));
  const ids = new Set(selectedIds(now));
  for (const id of before) if (!kept.has(id)) ids.delete(id);
  for (const id of kept) if (!before.has(id)) ids.add(id);
  return ids.size === 0 ? undefined : [...ids].join(",");
}

export function selectedIds(word: string | undefined): readonly string[] {
  return word === undefined || word === "" ? [] : word.split(",");
}
