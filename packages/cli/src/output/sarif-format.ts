// The format `sarif`: SARIF 2.1.0, which code scanning and editors read. Source: the OASIS standard of that name.

import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { jsonText } from "./json-format.js";
import type { Place, Report, ReportFinding, ReportSeverity } from "./report.js";

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  ReportSeverity,
  string
>;

/** A result points into a file. What has none, and what is undetermined, is told as a notification of the run. */
export function sarifFormat(report: Report, version: string): string {
  const { command, findings, undetermined, rules = [] } = report;
  const notifications = [
    ...findings
      .filter((finding) => !isPlaced(finding))
      .map(({ severity, subject, message }) => notification(levels[severity], `${subject}: ${message}`)),
    ...undetermined.map(({ subject, why }) => notification("warning", `undetermined: ${subject}: ${why}`)),
  ];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: `withhold ${command}`,
            version,
            rules: rules.map(({ id, summary }) => ({ id, shortDescription: { text: summary } })),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: findings.filter(isPlaced).map(result),
      },
    ],
  };
  return jsonText(log);
}

type PlacedFinding = ReportFinding & { readonly place: Place };

/** Standard input is no file that a viewer could open. */
function isPlaced(finding: ReportFinding): finding is PlacedFinding {
  return finding.place !== undefined && finding.place.file !== "-";
}

function notification(level: string, text: string): object {
  return { level, message: { text } };
}

function result({ rule, severity, message, place, fix }: PlacedFinding): object {
  const artifactLocation = location(place.file);
  const region = { startLine: place.line, startColumn: place.column };
  const replacements = fix?.replacements.map(({ start, end, text }) => ({
    deletedRegion: { charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(fix === undefined
      ? {}
      : {
          fixes: [{ description: { text: fix.what }, artifactChanges: [{ artifactLocation, replacements }] }],
        }),
  };
}

/** Relative to the top of the checkout, where CI runs; absolute paths as they are. */
function location(file: string): object {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const path = file.split(sep).map(encodeURIComponent).join("/");
  return { uri: path.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}
