// The format `csv`: RFC 4180, for spreadsheets and databases.

import { printable } from "../printable.js";
import type { Report } from "./report.js";
import { textOf } from "./text-table.js";

/** What spreadsheets take for the beginning of a formula, full-width forms included, behind any space or quote. */
const formula = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

export function csvFormat({ columns, rows }: Report): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => row.map(textOf))];
  return lines.map((line) => line.map(field).join(",")).join("\r\n");
}

/** One record stays on one line, and no field is a formula. */
function field(text: string): string {
  const line = printable(text);
  const inert = formula.test(line) ? `'${line}` : line;
  return /[",\s]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
