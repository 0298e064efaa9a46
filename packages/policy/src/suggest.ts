// "Did you mean": the candidate nearest to a mistyped word.

/** The nearest candidate, if one is near enough to be what was meant. Case and separators do not count as distance. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  // Nobody means a short word by a very long one, and the distance is quadratic in the length.
  if (word.length > 64) return undefined;
  const folded = fold(word);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const distance = folded === other ? 0 : editDistance(folded, other);
    const near = Math.min(3, Math.floor((other.length + 1) / 4));
    if (distance <= near && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { candidate, distance };
  }
  return best?.candidate;
}

/** The end of a message: `; did you mean \`lex\`?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = suggest(word, candidates);
  return near === undefined ? "" : `; did you mean \`${near}\`?`;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[-_.\s]/g, "");
}

/** Optimal string alignment: insertions, deletions, replacements and swapped neighbours each cost 1. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
