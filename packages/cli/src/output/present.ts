// Prints a report in the format that was asked for, and ends the command with the exit code it deserves.

import { Option } from "commander";
import type { Terminal } from "../terminal.js";
import { toolVersion } from "../tool-version.js";
import { exitCodeOf } from "./fail-on.js";
import type { FailOn } from "./fail-on.js";
import type { Report } from "./report.js";

/** What every command with a table can print. */
export const tabularFormats = ["table", "json", "markdown", "csv"] as const;
/** What a command can print besides whose findings stand in files. */
export const findingFormats = [...tabularFormats, "sarif", "junit", "github"] as const;
export type PresentFormat = (typeof findingFormats)[number];

/** The option `--output`, `table` by default. */
export function outputOption(formats: readonly PresentFormat[]): Option {
  return new Option("--output <format>", "how to print what was found").choices(formats).default("table");
}

export interface PresentOptions {
  readonly output: PresentFormat;
  /** `error` for commands without the option. */
  readonly failOn?: FailOn;
}

/** Prints to stdout and sets the exit code: 0, 3 or 4. */
export async function present(report: Report, options: PresentOptions, terminal: Terminal): Promise<void> {
  const { output, failOn = "error" } = options;
  const text = await rendered(report, output, failOn, terminal);
  // Annotations of nothing are no line at all.
  if (text !== "") terminal.write(`${text}${output === "csv" ? "\r\n" : "\n"}`);
  terminal.end(exitCodeOf(report, failOn));
}

/** Each format is loaded when it is asked for: commands start quicker without the others. */
async function rendered(
  report: Report,
  output: PresentFormat,
  failOn: FailOn,
  terminal: Terminal,
): Promise<string> {
  switch (output) {
    case "table":
      return (await import("./table-format.js")).tableFormat(report, terminal);
    case "json":
      return (await import("./json-format.js")).jsonFormat(report);
    case "markdown":
      return (await import("./markdown-format.js")).markdownFormat(report);
    case "csv":
      return (await import("./csv-format.js")).csvFormat(report);
    case "sarif":
      return (await import("./sarif-format.js")).sarifFormat(report, toolVersion());
    case "junit":
      return (await import("./junit-format.js")).junitFormat(report, failOn);
    case "github":
      return (await import("./github-format.js")).githubFormat(report);
  }
}
