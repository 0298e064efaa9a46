// The format `markdown`: a table of GitHub's flavour, for pull requests and wikis.

import { printable } from "../printable.js";
import type { Report } from "./report.js";
import { textOf } from "./text-table.js";

export function markdownFormat({ columns, rows, undetermined, summary }: Report): string {
  const table = [
    line(columns.map(({ title }) => markdownText(title))),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(row.map((cell) => markdownText(textOf(cell))))),
  ];
  const open = undetermined.map(
    ({ subject, why }) => `- undetermined: ${markdownText(subject)}: ${markdownText(why)}`,
  );
  const parts = [rows.length === 0 ? "" : table.join("\n"), open.join("\n"), markdownText(summary ?? "")];
  return parts.filter((part) => part !== "").join("\n\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text in backticks becomes code; in the rest nothing is markup, a link, HTML or a mention. */
export function markdownText(text: string): string {
  const parts = printable(text).split("`");
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return plain(part);
      const isClosed = index < parts.length - 1;
      return isClosed && part.trim() !== ""
        ? `\`${part.replaceAll("|", String.raw`\|`)}\``
        : String.raw`\`` + plain(part) + (isClosed ? String.raw`\`` : "");
    })
    .join("");
}

function plain(text: string): string {
  return text.replaceAll(/[\\*_{}[\]<>()#+\-.!|~&@:$^=]/g, String.raw`\$&`);
}
