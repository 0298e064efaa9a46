// A finding in a policy file as reports tell it.

import type { Finding } from "@withhold/policy";
import type { ReportFinding } from "./output/report.js";

export function reportedFinding(file: string, finding: Finding): ReportFinding {
  const { rule, severity, path, position, message, fix } = finding;
  return {
    rule,
    severity,
    subject: file,
    message: `${path}: ${message}`,
    place: { file, ...position },
    ...(fix === undefined ? {} : { fix: { what: fix.what, replacements: fix.edits } }),
  };
}
