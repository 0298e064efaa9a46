// Places in a text as people name them: a line and a column.

import type { Offset } from "./json.js";

/** Both count from 1; `column` counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines end with LF, CRLF or a lone CR. An offset past the end names the end. */
export function positionAt(text: string, offset: Offset): Position {
  let line = 1;
  let start = 0;
  const end = Math.min(offset, text.length);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(index + 1) !== 0x0a)) {
      line += 1;
      start = index + 1;
    }
  }
  return { line, column: end - start + 1 };
}
