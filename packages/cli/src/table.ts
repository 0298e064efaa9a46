// Plain tables: aligned columns, two spaces between, no lines.

import { stripVTControlCharacters } from "node:util";

/** Rows of equal length; the last column is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, width(cell))));
  const pad = (cell: string, column: number): string =>
    cell + " ".repeat((widths[column] ?? 0) - width(cell));
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

function width(cell: string): number {
  return Array.from(stripVTControlCharacters(cell)).length;
}
