// `withhold format`: the canonical form of a policy, or the shortest one.

import { Command } from "commander";
import { awsCatalogue, formatPolicy } from "@withhold/policy";
import type { Catalogue, Finding } from "@withhold/policy";
import { counted } from "../counted.js";
import { CommandError, exitCode } from "../exit-code.js";
import { findingLines } from "../output/finding-lines.js";
import { outputOption, present, tabularFormats } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import type { Report, ReportFinding, Tone } from "../output/report.js";
import { painter } from "../output/text-table.js";
import { readCatalogue } from "../read-catalogue.js";
import { readPolicyFile, readPolicyFiles } from "../read-policy-file.js";
import type { PolicyFile } from "../read-policy-file.js";
import { replaceFile } from "../replace-file.js";
import { reportedFinding } from "../reported-finding.js";
import type { Terminal } from "../terminal.js";

interface FormatOptions extends PresentOptions {
  readonly check?: boolean;
  readonly write?: boolean;
  readonly minify?: boolean;
  readonly catalogue?: string;
}

/** `refused`: it has errors and was left alone. */
type State = "formatted" | "written" | "to format" | "refused";

interface FormattedFile {
  readonly file: string;
  readonly state: State;
  readonly findings: readonly Finding[];
}

export function formatCommand(terminal: Terminal): Command {
  return new Command("format")
    .summary("write AI services opt-out policy files in one form")
    .description(
      "Writes a policy in its canonical form: operators first, two spaces a level, a member a line; services stay in " +
        "their order, which effective policies show. A policy that would grow past the size limit goes on one line. " +
        "It says the same in either form. Files with errors are left alone. Prints to stdout; --write replaces files.",
    )
    .argument("<file...>", "policy files; - reads standard input")
    .option("--write", "replace each file by its form")
    .option("--check", "change nothing, and exit with 3 if a file is not in its form")
    .option("--minify", "the shortest form: no white space, no escape that need not be")
    .addOption(outputOption(tabularFormats))
    .option("--catalogue <file>", "JSON file with AI services of your own")
    .addHelpText(
      "after",
      "\nExample:\n  $ withhold format --check examples/policies/*.json\n\nExit codes: 0 clean, 1 a file cannot be written, 2 wrong usage, 3 errors, or not in its form.",
    )
    .action(async (files: readonly string[], options: FormatOptions) => {
      refuseContradictions(files, options);
      const catalogue =
        options.catalogue === undefined ? awsCatalogue : await readCatalogue(options.catalogue);
      if (options.check === true || options.write === true) {
        await present(reportOf(await formatFiles(files, catalogue, options, terminal)), options, terminal);
        return;
      }
      for (const file of files) await printForm(file, catalogue, options, terminal);
    });
}

function refuseContradictions(files: readonly string[], { check, write, output }: FormatOptions): void {
  const isPrinting = check !== true && write !== true;
  const contradictions: readonly (readonly [boolean, string])[] = [
    [check === true && write === true, "--check changes nothing and --write does; choose one"],
    [
      write === true && files.includes("-"),
      "standard input has no file to write; leave --write out to print to stdout",
    ],
    [isPrinting && files.length > 1, "several files would run together on stdout; add --write or --check"],
    [
      isPrinting && output !== "table",
      "--output tells of --write and --check; without them the policy itself is printed",
    ],
  ];
  const [, wrong] = contradictions.find(([isSo]) => isSo) ?? [];
  if (wrong !== undefined) throw new CommandError(exitCode.usage, wrong);
}

async function printForm(
  name: string,
  catalogue: Catalogue,
  { minify = false }: FormatOptions,
  terminal: Terminal,
): Promise<void> {
  const read = await readPolicyFile(name, terminal);
  const result = formOf(read, catalogue, minify);
  if (result.ok) {
    terminal.write(result.text);
    return;
  }
  terminal.complain(
    findingLines(
      result.findings.map((finding) => reportedFinding(name, finding)),
      painter(terminal),
    ),
  );
  terminal.end(exitCode.findings);
}

function formOf(read: PolicyFile, catalogue: Catalogue, minify: boolean): ReturnType<typeof formatPolicy> {
  return "problem" in read
    ? { ok: false, findings: [read.problem] }
    : formatPolicy(read.text, { catalogue, minify });
}

/** All are read before the first is written. */
async function formatFiles(
  names: readonly string[],
  catalogue: Catalogue,
  { write = false, minify = false }: FormatOptions,
  terminal: Terminal,
): Promise<readonly FormattedFile[]> {
  const formatted: FormattedFile[] = [];
  for (const read of await readPolicyFiles(names, terminal)) {
    const { file } = read;
    const result = formOf(read, catalogue, minify);
    if (!result.ok) formatted.push({ file, state: "refused", findings: result.findings });
    else if ("text" in read && read.text === result.text) {
      formatted.push({ file, state: "formatted", findings: [] });
    } else {
      if (write) await replaceFile(file, result.text);
      formatted.push({ file, state: write ? "written" : "to format", findings: [] });
    }
  }
  return formatted;
}

const tones: Readonly<Record<State, Tone>> = {
  formatted: "good",
  written: "good",
  "to format": "doubtful",
  refused: "bad",
};

function reportOf(files: readonly FormattedFile[]): Report {
  const findings = files.flatMap(({ file, state, findings }) => [
    ...findings.map((finding) => reportedFinding(file, finding)),
    ...(state === "to format" ? [unformatted(file)] : []),
  ]);
  const changed = files.filter(({ state }) => state === "written").length;
  const open = files.filter(({ state }) => state === "to format").length;
  const refused = files.filter(({ state }) => state === "refused").length;
  return {
    command: "format",
    columns: [
      { key: "file", title: "File" },
      { key: "state", title: "State" },
    ],
    rows: files.map(({ file, state }) => [file, { text: state, tone: tones[state] }]),
    text: (paint) => findingLines(findings, paint),
    summary: [
      `${counted(files.length, "file")} looked at`,
      ...(changed === 0 ? [] : [`${changed} written`]),
      ...(open === 0 ? [] : [`${open} to format: run with --write`]),
      ...(refused === 0 ? [] : [`${refused} left alone because of errors`]),
    ].join(", "),
    data: { files },
    checked: files.map(({ file }) => file),
    findings,
    undetermined: [],
  };
}

function unformatted(file: string): ReportFinding {
  const place = { file, line: 1, column: 1 };
  return { rule: "not-formatted", severity: "error", subject: file, message: "not in its form", place };
}
