// Sentences for people: safe to show, and wrapped to the width of the terminal.

import type { Paint } from "./report.js";

/** A line feed ends a paragraph. */
export function prose(text: string, paint: Paint): string {
  return paint.table(
    text
      .trimEnd()
      .split("\n")
      .map((line) => [line]),
  );
}
