// `withhold what-if`: what a change would do to every account, before anybody makes it.

import { Command } from "commander";
import { applyChanges, difference, whatIfText } from "@withhold/policy";
import type { Change, Flip, OrganizationSnapshot, WhatIfReport } from "@withhold/policy";
import { choiceCell, doubtsText, mayKeepContent, rowKey } from "../choice-words.js";
import { CommandError, exitCode } from "../exit-code.js";
import { addInputOptions, openInput, openSnapshot, readSnapshot } from "../inputs/input-options.js";
import type { InputOptions, OpenedInput } from "../inputs/input-options.js";
import { failOnOption } from "../output/fail-on.js";
import { outputOption, present, tabularFormats } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import { prose } from "../output/prose.js";
import type { Cell, Report, ReportFinding } from "../output/report.js";
import type { Terminal } from "../terminal.js";
import { addChangeOptions, readChanges } from "../what-if-changes.js";
import type { ChangeWord } from "../what-if-changes.js";

interface WhatIfOptions extends InputOptions, PresentOptions {
  readonly after?: string;
}

/** Accounts named before the rest is counted. */
const accountsNamedMax = 20;

const help = `
Changes are made in the order in which they are given. Policies, accounts and OUs are named by id or
name, accounts and OUs also by their path from the root.

Examples:
  $ withhold what-if --org examples/organization.json --detach "ShareTranscribe=Speech Lab"
  $ withhold what-if --org examples/organization.json --edit OptOutByDefault=examples/chain/ou.json
  $ withhold what-if --org examples/organization.json --move "Speech Lab"=Root/Production

An account for which a service may keep content that may not now is a finding, an error; so is, as a
warning, one whose stored content would be erased for good.
Exit codes: 0 clean, 1 failed, 2 wrong usage, 3 findings from --fail-on on, 4 undetermined.`;

export function whatIfCommand(terminal: Terminal): Command {
  const words: ChangeWord[] = [];
  const command = addInputOptions(
    new Command("what-if")
      .summary("see what a change would do")
      .description(
        "Shows for which accounts and services a change would flip the choice, and where it would erase stored " +
          "content for good. Nothing is changed. Needs no server and no network.",
      ),
  );
  return addChangeOptions(command, words)
    .option(
      "--after <file>",
      "instead of changes: the organization as it will be, in any form that --org takes",
    )
    .addOption(outputOption(tabularFormats))
    .addOption(failOnOption())
    .addHelpText("after", help)
    .action(async (options: WhatIfOptions) => {
      const before = await openInput(options, terminal);
      const changes = await readChanges(words, before, terminal);
      const after = await afterwards(before, changes, options, terminal);
      await present(
        reportOf(before, after, difference(before.evaluation, after.evaluation, changes)),
        options,
        terminal,
      );
    });
}

async function afterwards(
  before: OpenedInput,
  changes: readonly Change[],
  { after, parameter }: WhatIfOptions,
  terminal: Terminal,
): Promise<OpenedInput> {
  const { catalogue, evaluation } = before;
  if (after !== undefined && changes.length > 0)
    throw new CommandError(exitCode.usage, "give changes or --after, not both");
  if (after !== undefined) {
    const given = parameter === undefined ? {} : { parameter };
    return openSnapshot(await readSnapshot(after, given, terminal), catalogue);
  }
  if (changes.length === 0)
    throw new CommandError(
      exitCode.usage,
      "which change? give one, such as --edit POLICY=FILE, or --after FILE",
    );
  const applied = applyChanges(evaluation.snapshot, changes, catalogue);
  if (applied.ok) return openSnapshot(applied.snapshot, catalogue);
  const which = changes.length === 1 ? "" : `change ${applied.index + 1} of ${changes.length}: `;
  throw new CommandError(exitCode.usage, `${which}${applied.message}`);
}

/** What becomes of one account. */
interface Affected {
  readonly id: string;
  readonly path: string;
  readonly flips: readonly Flip[];
}

function reportOf(before: OpenedInput, after: OpenedInput, report: WhatIfReport): Report {
  const paths = new Map(before.names.accounts.map(({ id, path }) => [id, path]));
  const affected = report.groups.flatMap(({ accounts, flips }) =>
    accounts.map(({ id, name }): Affected => ({ id, path: paths.get(id) ?? name, flips })),
  );
  const strangers = strangersOf(before.evaluation.snapshot, after.evaluation.snapshot);
  return {
    command: "what-if",
    columns: [
      { key: "account_id", title: "Account id" },
      { key: "account", title: "Account" },
      { key: "service", title: "Service" },
      { key: "before", title: "Before" },
      { key: "after", title: "After" },
      { key: "erases", title: "Erases stored content" },
    ],
    rows: affected.flatMap(({ id, path, flips }) =>
      flips.map(({ service, before, after, deletes }): readonly Cell[] => [
        id,
        path,
        rowKey(service),
        choiceCell(before),
        choiceCell(after),
        deletes,
      ]),
    ),
    text: (paint) => prose(whatIfText(report, { accountsMax: accountsNamedMax }) + strangers, paint),
    data: { provenance: before.evaluation.snapshot.provenance, report },
    checked: before.names.accounts.map(({ path }) => path),
    findings: affected.flatMap(findingsOf),
    undetermined: affected
      .filter(({ flips }) => flips.some(({ after }) => after === "undetermined"))
      .map(({ id, path, flips }) => ({
        subject: path,
        why: doubtsText(flips.flatMap(({ service }) => after.evaluation.doubts(id, service))),
      })),
  };
}

function findingsOf({ path, flips }: Affected): readonly ReportFinding[] {
  const keys = (isMeant: (flip: Flip) => boolean): string =>
    flips
      .filter(isMeant)
      .map(({ service }) => rowKey(service))
      .join(", ");
  const opened = keys(({ before, after }) => mayKeepContent(after) && !mayKeepContent(before));
  const erased = keys(({ deletes }) => deletes !== "no");
  const finding = (rule: string, severity: ReportFinding["severity"], message: string): ReportFinding => ({
    rule,
    severity,
    subject: path,
    message,
  });
  return [
    ...(opened === ""
      ? []
      : [finding("may-keep-content", "error", `may keep content afterwards: ${opened}`)]),
    ...(erased === ""
      ? []
      : [finding("erases-content", "warning", `stored content would be erased for good: ${erased}`)]),
  ];
}

/** Accounts that only one of two organizations has do not flip; they are counted. */
function strangersOf(before: OrganizationSnapshot, after: OrganizationSnapshot): string {
  const [gone, came] = [missingIn(after, before), missingIn(before, after)];
  return gone + came === 0
    ? ""
    : `Not compared: ${gone} accounts that are gone afterwards, ${came} that are new.\n`;
}

function missingIn(snapshot: OrganizationSnapshot, { accounts }: OrganizationSnapshot): number {
  const ids = new Set(snapshot.accounts.map(({ id }) => id));
  return accounts.filter(({ id }) => !ids.has(id)).length;
}
