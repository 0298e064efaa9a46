// Places of findings as offsets into the text.

import type { Finding } from "@withhold/policy";

/** The inverse of `positionAt`; what lies past the end of a line or of the text is its end. */
export function offsetAt(text: string, { line, column }: Finding["position"]): number {
  const ends = /\r\n|\r|\n/g;
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = ends.exec(text);
    if (end === null) return text.length;
    start = end.index + end[0].length;
  }
  return Math.min(start + column - 1, text.length);
}

/** Of the word, string or character that begins at an offset; what editors underline. */
export function tokenEnd(text: string, at: number): number {
  const token = /"(?:[^"\\\n]|\\.)*"?|[\w.+-]+|./y;
  token.lastIndex = at;
  return at + (token.exec(text)?.[0].length ?? 0);
}
