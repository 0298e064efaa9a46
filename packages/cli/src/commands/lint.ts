// `withhold lint`: checks policy files as the server would, without one, and looks for what is doubtful in them.

import { Command } from "commander";
import { applyFixes, awsCatalogue, lintPolicy, lintRules } from "@withhold/policy";
import type { Finding, LintOptions as PolicyOptions } from "@withhold/policy";
import { counted } from "../counted.js";
import { CommandError, exitCode } from "../exit-code.js";
import { inputFormatOption, openInput, parameterOption } from "../inputs/input-options.js";
import type { InputOptions } from "../inputs/input-options.js";
import { failOnOption } from "../output/fail-on.js";
import { findingColumns, findingLines, findingRows } from "../output/finding-lines.js";
import { findingFormats, outputOption, present } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import type { Report } from "../output/report.js";
import { readCatalogue } from "../read-catalogue.js";
import { readPolicyFiles } from "../read-policy-file.js";
import type { PolicyFile } from "../read-policy-file.js";
import { replaceFile } from "../replace-file.js";
import { reportedFinding } from "../reported-finding.js";
import type { Terminal } from "../terminal.js";

interface LintOptions extends PresentOptions, Omit<InputOptions, "chain"> {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
}

interface LintedFile {
  readonly file: string;
  /** How many fixes were applied. */
  readonly fixes: number;
  /** What is left. */
  readonly findings: readonly Finding[];
}

export function lintCommand(terminal: Terminal): Command {
  return new Command("lint")
    .summary("check AI services opt-out policy files")
    .description(
      "Checks AI services opt-out policies as the server does when one is created (syntax, keys, case, operators, " +
        "services of the catalogue, the size limit), and looks for what is accepted and probably not meant: locks " +
        "that leave the setting open, services that slip through. Needs no server and no network. " +
        "docs/rules/ has a page for each rule.",
    )
    .argument("[file...]", "policy files; - reads standard input")
    .option(
      "--org <file>",
      "instead of files, every policy of an organization, and where it is attached: a snapshot, Terraform, CloudFormation, a configuration folder",
    )
    .addOption(inputFormatOption())
    .addOption(parameterOption())
    .option("--fix", "mend in place what can be mended without a change of meaning")
    .option("--fix-unsafe", "also apply guesses at what was meant, and fixes that change what a policy says")
    .addOption(outputOption(findingFormats))
    .addOption(failOnOption())
    .option("--catalogue <file>", "JSON file with AI services of your own")
    .addHelpText(
      "after",
      `
Examples:
  $ withhold lint examples/policies/*.json
  $ withhold lint --org examples/organization.json

Exit codes: 0 clean, 1 a file cannot be written, 2 wrong usage, 3 findings, 4 undetermined (--org).`,
    )
    .action(async (files: readonly string[], options: LintOptions) => {
      const fixes = options.fix === true || options.fixUnsafe === true;
      if (options.org !== undefined) {
        if (files.length > 0) throw new CommandError(exitCode.usage, "give files or --org, not both");
        if (fixes)
          throw new CommandError(exitCode.usage, "fixes are made in policy files; name them without --org");
        return present(await organizationReport(options, terminal), options, terminal);
      }
      if (files.length === 0)
        throw new CommandError(exitCode.usage, "which files? name policy files, or give --org FILE");
      if (fixes && files.includes("-")) {
        throw new CommandError(exitCode.usage, "standard input has no file to fix; name one");
      }
      const linted = await lintFiles(files, fixes, options, terminal);
      return present(reportOf(linted), options, terminal);
    });
}

async function organizationReport(options: LintOptions, terminal: Terminal): Promise<Report> {
  // Loaded when needed: files are linted in the time that this takes.
  const { lintOrganizationReport } = await import("../lint-organization-report.js");
  const { evaluation, catalogue } = await openInput(options, terminal);
  return lintOrganizationReport(evaluation.snapshot, catalogue);
}

/** All are read before the first is written: who mistypes a name has changed nothing. */
async function lintFiles(
  names: readonly string[],
  fixes: boolean,
  { fixUnsafe: unsafe = false, catalogue: file }: LintOptions,
  terminal: Terminal,
): Promise<readonly LintedFile[]> {
  const catalogue = file === undefined ? awsCatalogue : await readCatalogue(file);
  const linted: LintedFile[] = [];
  for (const read of await readPolicyFiles(names, terminal)) {
    linted.push(await lintFile(read, fixes, { catalogue, unsafe }));
  }
  return linted;
}

async function lintFile(
  read: PolicyFile,
  fixes: boolean,
  options: PolicyOptions & { readonly unsafe: boolean },
): Promise<LintedFile> {
  const { file } = read;
  if ("problem" in read) return { file, fixes: 0, findings: [read.problem] };
  if (!fixes) return { file, fixes: 0, findings: lintPolicy(read.text, options) };
  const fixed = applyFixes(read.text, options);
  if (fixed.text !== read.text) await replaceFile(file, fixed.text);
  return { file, fixes: fixed.fixes, findings: fixed.findings };
}

function reportOf(linted: readonly LintedFile[]): Report {
  const findings = linted.flatMap(({ file, findings }) =>
    findings.map((finding) => reportedFinding(file, finding)),
  );
  return {
    command: "lint",
    columns: findingColumns,
    rows: findingRows(findings),
    text: (paint) => findingLines(findings, paint),
    summary: summaryOf(linted),
    data: { files: linted },
    checked: linted.map(({ file }) => file),
    findings,
    undetermined: [],
    rules: lintRules,
  };
}

function summaryOf(linted: readonly LintedFile[]): string {
  const findings = linted.flatMap(({ findings }) => findings);
  const fixes = linted.reduce((sum, file) => sum + file.fixes, 0);
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  const safe = fixable.filter(({ fix }) => fix?.keepsMeaning === true).length;
  return [
    `${counted(linted.length, "file")} checked`,
    ...(fixes === 0 ? [] : [`${counted(fixes, "fix", "fixes")} applied`]),
    findings.length === 0 ? "nothing found" : counted(findings.length, "finding"),
    ...(safe === 0 ? [] : [`${safe} to mend with --fix`]),
    ...(fixable.length === safe ? [] : [`${fixable.length - safe} with --fix-unsafe`]),
  ].join(", ");
}
