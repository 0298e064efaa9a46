// The format `sarif`: SARIF 2.1.0, which code scanning and editors read. Source: the OASIS standard of that name.

import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Log, Notification, ReportingDescriptor, Result } from "sarif";
import { jsonText } from "./json-format.js";
import type { Place, Report, ReportFinding, ReportRule, ReportSeverity } from "./report.js";

type Level = Result.level;

const levels: Readonly<Record<ReportSeverity, Level>> = { error: "error", warning: "warning", info: "note" };

/** A result points into a file. What has none, and what is undetermined, is told as a notification of the run. */
export function sarifFormat(report: Report, version: string): string {
  const { command, findings, undetermined, rules = [] } = report;
  const notifications = [
    ...findings
      .filter((finding) => !isPlaced(finding))
      .map(({ severity, subject, message }) => notification(levels[severity], `${subject}: ${message}`)),
    ...undetermined.map(({ subject, why }) => notification("warning", `undetermined: ${subject}: ${why}`)),
  ];
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: `withhold ${command}`,
            version,
            rules: rules.map(descriptor),
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

function descriptor({ id, summary }: ReportRule): ReportingDescriptor {
  return { id, shortDescription: { text: summary } };
}

function notification(level: Level, text: string): Notification {
  return { level, message: { text } };
}

function result({ rule, severity, message, place, fix }: PlacedFinding): Result {
  const artifactLocation = location(place.file);
  const region = { startLine: place.line, startColumn: place.column };
  const found: Result = {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
  if (fix !== undefined) {
    const replacements = fix.replacements.map(({ start, end, text }) => ({
      deletedRegion: { charOffset: start, charLength: end - start },
      insertedContent: { text },
    }));
    found.fixes = [
      { description: { text: fix.what }, artifactChanges: [{ artifactLocation, replacements }] },
    ];
  }
  return found;
}

/** Relative to the top of the checkout, where CI runs; absolute paths as they are. */
function location(file: string): ArtifactLocation {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const path = file.split(sep).map(encodeURIComponent).join("/");
  return { uri: path.replace(/^(?:\.\/)+/, ""), uriBaseId: "%SRCROOT%" };
}
