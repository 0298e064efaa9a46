// Findings as compilers print them: a line each, beginning with a place that terminals and editors make a link of.

import type { Cell, Column, Paint, ReportFinding, ReportSeverity, Tone } from "./report.js";

const tones = { error: "bad", warning: "doubtful", info: "quiet" } as const satisfies Record<
  ReportSeverity,
  Tone
>;

/** For the member `text` of a report. */
export function findingLines(findings: readonly ReportFinding[], paint: Paint): string {
  if (findings.length === 0) return "";
  return paint.table(
    findings.map((finding): readonly Cell[] => [
      { text: whereOf(finding), tone: "strong" },
      { text: finding.severity, tone: tones[finding.severity] },
      { text: finding.rule, tone: "quiet" },
      finding.message,
    ]),
  );
}

function whereOf({ place, subject }: ReportFinding): string {
  return place === undefined ? subject : `${place.file}:${place.line}:${place.column}`;
}

/** The table of findings for programs. */
export const findingColumns: readonly Column[] = [
  { key: "subject", title: "Subject" },
  { key: "line", title: "Line" },
  { key: "column", title: "Column" },
  { key: "severity", title: "Severity" },
  { key: "rule", title: "Rule" },
  { key: "message", title: "Message" },
];

/** A row of `findingColumns` for each. */
export function findingRows(findings: readonly ReportFinding[]): readonly (readonly Cell[])[] {
  return findings.map(({ subject, place, severity, rule, message }) => [
    place?.file ?? subject,
    place === undefined ? "" : String(place.line),
    place === undefined ? "" : String(place.column),
    { text: severity, tone: tones[severity] },
    rule,
    message,
  ]);
}
