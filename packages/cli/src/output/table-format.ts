// The format `table`: for people, on a terminal or a pipe.

import type { Cell, Report } from "./report.js";
import { painter } from "./text-table.js";
import type { Terminal } from "../terminal.js";

export function tableFormat(report: Report, terminal: Terminal): string {
  const paint = painter(terminal);
  const { text, columns, rows, summary, undetermined } = report;
  const head = columns.map(({ title }): Cell => ({ text: title.toUpperCase(), tone: "quiet" }));
  const body = text === undefined ? (rows.length === 0 ? "" : paint.table([head, ...rows])) : text(paint);
  const open = undetermined.map(({ subject, why }): readonly Cell[] => [
    { text: "undetermined", tone: "doubtful" },
    subject,
    why,
  ]);
  const parts = [body, open.length === 0 ? "" : paint.table(open), paint.cell(summary ?? "")];
  return parts.filter((part) => part !== "").join("\n\n");
}
