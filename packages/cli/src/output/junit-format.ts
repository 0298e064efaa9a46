// The format `junit`: a test case for each thing checked, for CI systems that show test reports.

import { printableLines } from "../printable.js";
import { isAtLeast } from "./fail-on.js";
import type { FailOn } from "./fail-on.js";
import type { Report, ReportFinding } from "./report.js";

/** Findings below `failOn` do not fail their case; they stand in its output. */
export function junitFormat(report: Report, failOn: FailOn): string {
  const { command, checked } = report;
  const findings = bySubject(report.findings);
  const undetermined = bySubject(report.undetermined);
  const cases = checked.map((subject) => {
    const own = findings.get(subject) ?? [];
    const failures = own.filter(({ severity }) => isAtLeast(severity, failOn));
    const rest = own.filter((finding) => !failures.includes(finding));
    const open = undetermined.get(subject) ?? [];
    const children = [
      ...failures.map((finding) => element("failure", finding.rule, described(finding))),
      ...open.map(({ why }) => element("error", "undetermined", why)),
      ...(rest.length === 0 ? [] : [`<system-out>${xml(rest.map(described).join("\n"))}</system-out>`]),
    ];
    return { xml: testCase(command, subject, children), failed: failures.length > 0, open: open.length > 0 };
  });
  const failures = cases.filter(({ failed }) => failed).length;
  const errors = cases.filter(({ failed, open }) => open && !failed).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="withhold" ${counts}>`,
    `  <testsuite name="${xml(`withhold ${command}`)}" ${counts}>`,
    ...cases.map(({ xml }) => xml),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function bySubject<T extends { readonly subject: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.subject);
    if (group === undefined) groups.set(item.subject, [item]);
    else group.push(item);
  }
  return groups;
}

function testCase(command: string, subject: string, children: readonly string[]): string {
  const name = `    <testcase classname="${xml(`withhold.${command}`)}" name="${xml(subject)}"`;
  if (children.length === 0) return `${name}/>`;
  return [`${name}>`, ...children.map((child) => `      ${child}`), "    </testcase>"].join("\n");
}

function element(name: string, type: string, message: string): string {
  return `<${name} type="${xml(type)}" message="${xml(message)}"/>`;
}

function described({ severity, rule, message, place }: ReportFinding): string {
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
  return `${where}${severity}: ${message} (${rule})`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** XML has no place for control characters, lone surrogates and two more, however they are escaped. */
function xml(text: string): string {
  return printableLines(text)
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
