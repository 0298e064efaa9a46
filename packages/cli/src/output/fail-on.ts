// How a report ends its command: with which exit code, from which severity on.

import { Option } from "commander";
import { exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { severities } from "./report.js";
import type { Report, ReportSeverity } from "./report.js";

/** `never`: findings are told and end nothing. */
export type FailOn = ReportSeverity | "never";

/** The option `--fail-on`, `error` by default. */
export function failOnOption(): Option {
  return new Option("--fail-on <severity>", "exit with 3 from this severity on")
    .choices([...severities.toReversed(), "never"])
    .default("error");
}

export function isAtLeast(severity: ReportSeverity, failOn: FailOn): boolean {
  return failOn !== "never" && severities.indexOf(severity) >= severities.indexOf(failOn);
}

/** What is certain goes before what is open: 3 where findings count, else 4 where something is undetermined. */
export function exitCodeOf({ findings, undetermined }: Report, failOn: FailOn): ExitCode {
  if (findings.some(({ severity }) => isAtLeast(severity, failOn))) return exitCode.findings;
  return undetermined.length > 0 ? exitCode.undetermined : exitCode.clean;
}
