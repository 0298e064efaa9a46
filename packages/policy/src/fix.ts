// A fix: edits to the text of a policy that mend one finding and leave the rest of the text as it is.

import type { Offset } from "./json.js";

/** Replaces the text from `start` to before `end`. */
export interface TextEdit {
  readonly start: Offset;
  readonly end: Offset;
  readonly text: string;
}

export interface Fix {
  /** What it does: lower case, no full stop. */
  readonly what: string;
  /**
   * True when the policy says the same before and after, in every place where it could be attached. A policy that is
   * refused says something only where every reading of it says the same; a guess at what was meant keeps nothing.
   */
  readonly keepsMeaning: boolean;
  /** In the order of the text, apart from each other. */
  readonly edits: readonly TextEdit[];
}

/** The text after edits that stand apart from each other, in whatever order they are given. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), text);
}
