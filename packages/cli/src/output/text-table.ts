// Plain tables: aligned columns, two spaces between, no lines; wrapped where a terminal is too narrow.

import { eastAsianWidth } from "get-east-asian-width";
import { printable } from "../printable.js";
import type { Terminal } from "../terminal.js";
import type { Cell, Paint, Tone } from "./report.js";

const styles = {
  good: "green",
  doubtful: "yellow",
  bad: "red",
  quiet: "dim",
  strong: "bold",
} as const satisfies Record<Tone, string>;

/** No column is wrapped to less: words need room. */
const columnWidthMin = 20;
const gap = 2;

export function painter(terminal: Terminal): Paint {
  return {
    cell: (cell) => painted(cell, printable(textOf(cell)), terminal),
    table: (rows) => textTable(rows, terminal),
  };
}

export function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** Rows of equal length; the last column is not padded. Control characters are shown, not obeyed. */
export function textTable(
  rows: readonly (readonly Cell[])[],
  terminal: Terminal,
  columns = terminal.columns ?? Number.POSITIVE_INFINITY,
): string {
  const texts = rows.map((row) => row.map((cell) => printable(textOf(cell))));
  const widths = fitted(widthsOf(texts), columns);
  return rows
    .flatMap((row, index) => {
      const cells = (texts[index] ?? []).map((text, column) => wrapped(text, widths[column] ?? 0));
      const height = Math.max(1, ...cells.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        row
          .map((cell, column) => padded(cell, cells[column]?.[line] ?? "", widths[column] ?? 0, terminal))
          .join(" ".repeat(gap))
          .trimEnd(),
      );
    })
    .join("\n");
}

function padded(cell: Cell, text: string, width: number, terminal: Terminal): string {
  return painted(cell, text, terminal) + " ".repeat(Math.max(0, width - widthOf(text)));
}

function painted(cell: Cell, text: string, terminal: Terminal): string {
  return typeof cell === "string" || text === "" ? text : terminal.paint(styles[cell.tone], text);
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((text, column) => (widths[column] = Math.max(widths[column] ?? 0, widthOf(text))));
  return widths;
}

/** The widest columns give way until the table fits, or none has room to give. */
function fitted(widths: readonly number[], columns: number): readonly number[] {
  const fit = [...widths];
  for (;;) {
    const excess = fit.reduce((sum, width) => sum + width, gap * (fit.length - 1)) - columns;
    const widest = Math.max(...fit);
    if (excess <= 0 || widest <= columnWidthMin) return fit;
    const runnerUp = Math.max(columnWidthMin, ...fit.filter((width) => width < widest));
    fit[fit.indexOf(widest)] = Math.max(widest - excess, Math.min(runnerUp, widest - 1));
  }
}

/** At spaces where there are any. */
function wrapped(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = widthOf(word) <= width ? [word] : broken(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line];
}

function broken(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (piece !== "" && widthOf(piece + segment) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const ascii = /^[\u0020-\u007e]*$/;
/** Marks that sit on the character before them, and characters that are not seen. */
const weightless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** In columns of a terminal, where a Japanese character takes two. An emoji that joins several counts each of them. */
function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (!weightless.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}
