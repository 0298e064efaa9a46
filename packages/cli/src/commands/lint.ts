// `withhold lint`: checks policy files as the server would, without one.

import { open } from "node:fs/promises";
import { Command } from "commander";
import { awsCatalogue, aiOptOutCharactersMax, parsePolicy } from "@withhold/policy";
import type { Catalogue, Finding } from "@withhold/policy";
import { CommandError, exitCode } from "../exit-code.js";
import { fileProblem } from "../file-problem.js";
import { failOnOption } from "../output/fail-on.js";
import { findingColumns, findingLines, findingRows } from "../output/finding-lines.js";
import { findingFormats, outputOption, present } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import type { Report, ReportFinding } from "../output/report.js";
import { readCatalogue } from "../read-catalogue.js";
import type { Terminal } from "../terminal.js";

interface LintOptions extends PresentOptions {
  readonly catalogue?: string;
}

interface LintedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** More than any policy; what follows is not read. */
const fileBytesMax = 1024 * 1024;

export function lintCommand(terminal: Terminal): Command {
  return new Command("lint")
    .summary("check AI services opt-out policy files")
    .description(
      "Checks AI services opt-out policies as the server does when one is created: syntax, keys, case, operators, " +
        "services of the catalogue, and the size limit. Needs no server and no network.",
    )
    .argument("<file...>", "policy files; - reads standard input")
    .addOption(outputOption(findingFormats))
    .addOption(failOnOption())
    .option("--catalogue <file>", "JSON file with AI services of your own")
    .addHelpText(
      "after",
      "\nExample:\n  $ withhold lint policies/*.json\n\nExit codes: 0 clean, 2 wrong usage, 3 findings.",
    )
    .action(async (files: readonly string[], options: LintOptions) => {
      const catalogue =
        options.catalogue === undefined ? awsCatalogue : await readCatalogue(options.catalogue);
      const linted: LintedFile[] = [];
      for (const file of files) linted.push({ file, findings: await lintFile(file, catalogue, terminal) });
      await present(reportOf(linted), options, terminal);
    });
}

async function lintFile(file: string, catalogue: Catalogue, terminal: Terminal): Promise<readonly Finding[]> {
  const bytes = await read(file, terminal);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: bytes.length > fileBytesMax,
    });
  } catch {
    const position = { line: 1, column: 1 };
    return [
      {
        rule: "json-syntax",
        severity: "error",
        path: "$",
        position,
        message: "the file is not UTF-8 text; save it as such",
      },
    ];
  }
  const charactersMax = aiOptOutCharactersMax;
  return parsePolicy(text, { type: "AISERVICES_OPT_OUT_POLICY", catalogue, charactersMax }).findings;
}

async function read(file: string, terminal: Terminal): Promise<Buffer> {
  // Not by a path: what stands behind standard input may be a socket, which cannot be opened again.
  if (file === "-") return startOf(terminal.input);
  try {
    const handle = await open(file, "r");
    try {
      return await startOf(handle.createReadStream({ autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new CommandError(exitCode.usage, `\`${file}\` cannot be read: ${fileProblem(error)}`);
  }
}

/** One byte more than the maximum where there are more, so that the rest shows. */
async function startOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const start: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    start.push(chunk);
    length += chunk.length;
    if (length > fileBytesMax) break;
  }
  return Buffer.concat(start).subarray(0, fileBytesMax + 1);
}

function reportOf(linted: readonly LintedFile[]): Report {
  const findings = linted.flatMap(({ file, findings }) =>
    findings.map(({ rule, severity, path, position, message }): ReportFinding => ({
      rule,
      severity,
      subject: file,
      message: `${path}: ${message}`,
      place: { file, ...position },
    })),
  );
  const files = linted.length === 1 ? "1 file" : `${linted.length} files`;
  const found = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return {
    command: "lint",
    columns: findingColumns,
    rows: findingRows(findings),
    text: (paint) => findingLines(findings, paint),
    summary: `${files} checked, ${findings.length === 0 ? "nothing found" : found}`,
    data: { files: linted },
    checked: linted.map(({ file }) => file),
    findings,
    undetermined: [],
  };
}
