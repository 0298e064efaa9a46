// `withhold effective`: what holds for accounts, service by service.

import { Command, Option } from "commander";
import { effectiveDocument } from "@withhold/policy";
import type { Choice, ServiceRow } from "@withhold/policy";
import { chosenRows, choiceCell, doubtsText, listOfRows, mayKeepContent, rowKey } from "../choice-words.js";
import { CommandError, exitCode } from "../exit-code.js";
import type { NamedNode } from "../inputs/choose-nodes.js";
import { addInputOptions, openInput } from "../inputs/input-options.js";
import type { InputOptions, OpenedInput } from "../inputs/input-options.js";
import { failOnOption } from "../output/fail-on.js";
import { outputOption, present, tabularFormats } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import type { Cell, Paint, Report, ReportFinding } from "../output/report.js";
import { progress } from "../progress.js";
import type { Terminal } from "../terminal.js";

export interface AccountOptions extends InputOptions, PresentOptions {
  readonly all?: true;
  readonly service?: readonly string[];
}

interface AccountResult {
  readonly account: NamedNode;
  readonly choices: readonly { readonly service: ServiceRow; readonly choice: Choice }[];
  /** What `DescribeEffectivePolicy` returns; `null` where there is no effective policy. */
  readonly effectivePolicy: string | null;
}

const help = `
An account is named by its id, its name or its path from the root (Root/Production/Payments); an OU
stands for every account below it.

Examples:
  $ withhold effective --org examples/organization.json --all
  $ withhold effective --org examples/organization.json "Speech Lab" --service transcribe
  $ withhold effective --chain examples/chain/{root,ou,account}.json

A service that may keep the content of an account is a finding, a warning: opted in, or no choice
made.
Exit codes: 0 clean, 1 failed, 2 wrong usage, 3 findings from --fail-on on, 4 undetermined.`;

export function effectiveCommand(terminal: Terminal): Command {
  return addInputOptions(
    new Command("effective")
      .summary("show what holds for accounts")
      .description(
        "Shows the effective AI services opt-out policy of accounts: for each service whether it may keep their " +
          "content to improve itself. Needs no server and no network.",
      )
      .argument("[account...]", "accounts or OUs; the only one where there is one"),
  )
    .option("--all", "every account")
    .addOption(serviceOption())
    .addOption(outputOption(tabularFormats))
    .addOption(failOnOption())
    .addHelpText("after", help)
    .action(async (words: readonly string[], options: AccountOptions) => {
      const input = await openInput(options, terminal);
      const accounts = chosenAccounts(words, options, input);
      const rows = chosenRows(input.evaluation, options.service);
      const bar = progress(terminal, "evaluating", accounts.length);
      const results = accounts.map((account, index) => {
        bar.at(index);
        return resultOf(account, rows, input);
      });
      bar.done();
      await present(reportOf(results, input), options, terminal);
    });
}

export function serviceOption(): Option {
  return new Option(
    "--service <key...>",
    "only these services; `unnamed` are those that no policy names, `future` those to come",
  );
}

/** Throws `CommandError` where nobody was named and there are several. */
export function chosenAccounts(
  words: readonly string[],
  { all }: Pick<AccountOptions, "all">,
  { names }: OpenedInput,
): readonly NamedNode[] {
  if (all === true && words.length > 0)
    throw new CommandError(exitCode.usage, "give accounts or --all, not both");
  const { accounts } = names;
  if (accounts.length === 0) throw new CommandError(exitCode.usage, "the organization has no account");
  if (words.length > 0) return names.accountsOf(words);
  if (all === true || accounts.length === 1) return accounts;
  throw new CommandError(exitCode.usage, `which of ${accounts.length} accounts? name some, or give --all`);
}

function resultOf(
  account: NamedNode,
  rows: readonly ServiceRow[],
  { evaluation }: OpenedInput,
): AccountResult {
  return {
    account,
    choices: rows.map((service) => ({ service, choice: evaluation.choice(account.id, service) })),
    effectivePolicy: effectiveDocument(evaluation.merge(account.id)) ?? null,
  };
}

function reportOf(results: readonly AccountResult[], { evaluation }: OpenedInput): Report {
  const open = results.filter(({ choices }) => choices.some(({ choice }) => choice === "undetermined"));
  return {
    command: "effective",
    columns: [
      { key: "account_id", title: "Account id" },
      { key: "account", title: "Account" },
      { key: "path", title: "Path" },
      { key: "service", title: "Service" },
      { key: "choice", title: "Choice" },
    ],
    rows: results.flatMap(({ account: { id, name, path }, choices }) =>
      choices.map(({ service, choice }): readonly Cell[] => [
        id,
        name,
        path,
        rowKey(service),
        choiceCell(choice),
      ]),
    ),
    text: (paint) => asText(results, paint),
    data: {
      provenance: evaluation.snapshot.provenance,
      accounts: results.map(({ account: { id, name, path }, choices, effectivePolicy }) => {
        const isOpen = evaluation.rows.some((row) => evaluation.choice(id, row) === "undetermined");
        // A document that is not certain is none.
        return { id, name, path, choices, ...(isOpen ? {} : { effectivePolicy }) };
      }),
    },
    checked: results.map(({ account }) => account.path),
    findings: results.flatMap(findingsOf),
    undetermined: open.map(({ account, choices }) => ({
      subject: account.path,
      why: doubtsText(choices.flatMap(({ service }) => evaluation.doubts(account.id, service))),
    })),
  };
}

function findingsOf({ account, choices }: AccountResult): readonly ReportFinding[] {
  return choices
    .filter(({ choice }) => mayKeepContent(choice))
    .map(({ service, choice }) => ({
      rule: choice === "optIn" ? "opted-in" : "no-choice-made",
      severity: "warning",
      subject: account.path,
      message: `\`${rowKey(service)}\` may keep content: ${choice === "optIn" ? "it is opted in" : "no choice is made, and this is AWS's default"}`,
    }));
}

/** One account service by service; several with a line each. */
function asText(results: readonly AccountResult[], paint: Paint): string {
  const [first, ...others] = results;
  if (first === undefined) return "";
  if (others.length === 0) {
    const title = paint.cell({ text: first.account.path, tone: "strong" });
    const rows = first.choices.map(({ service, choice }): readonly Cell[] => [
      nameOf(service),
      choiceCell(choice),
    ]);
    return `${title}\n${paint.table(rows)}`;
  }
  const head = ["PATH", "ID", "AI SERVICES MAY KEEP ITS CONTENT"].map((text): Cell => ({
    text,
    tone: "quiet",
  }));
  const rows = results.map(({ account, choices }): readonly Cell[] => [
    account.path,
    account.id,
    summaryOf(choices),
  ]);
  return paint.table([head, ...rows]);
}

function nameOf(row: ServiceRow): string {
  const name =
    row.kind === "service"
      ? (row.name ?? "")
      : row.kind === "future"
        ? "added by AWS later"
        : "named by no policy";
  return name === "" ? rowKey(row) : `${rowKey(row)} (${name})`;
}

function summaryOf(choices: AccountResult["choices"]): Cell {
  const list = (wanted: Choice): string =>
    listOfRows(
      choices.filter(({ choice }) => choice === wanted).map(({ service }) => service),
      choices.length,
    );
  const [open, optedIn, undecided] = [list("undetermined"), list("optIn"), list("undecided")];
  if (open !== "") return { text: `undetermined: ${open}`, tone: "doubtful" };
  const parts = [
    ...(optedIn === "" ? [] : [`opted in: ${optedIn}`]),
    ...(undecided === "" ? [] : [`by AWS's default: ${undecided}`]),
  ];
  if (parts.length === 0) return { text: "no, opted out of everything", tone: "good" };
  return { text: `yes, ${parts.join("; ")}`, tone: "bad" };
}
