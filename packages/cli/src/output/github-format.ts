// The format `github`: workflow commands, which GitHub Actions shows as annotations on the lines they name.

import { printable } from "../printable.js";
import type { Report, ReportSeverity } from "./report.js";

const commands = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  ReportSeverity,
  string
>;

export function githubFormat({ findings, undetermined }: Report): string {
  const lines = findings.map(({ severity, rule, subject, message, place }) => {
    const where = place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
    const what = place === undefined ? `${subject}: ${message}` : message;
    return annotation(commands[severity], { ...where, title: rule }, what);
  });
  const open = undetermined.map(({ subject, why }) =>
    annotation("warning", { title: "undetermined" }, `${subject}: ${why}`),
  );
  return [...lines, ...open].join("\n");
}

function annotation(
  command: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${command} ${list.join(",")}::${escaped(printable(message))}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return printable(escaped(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
