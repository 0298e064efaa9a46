// What commands about accounts share: how accounts and services are chosen, what a finding is, and the progress.

import { Option } from "commander";
import type { Command } from "commander";
import type { Choice, ServiceRow } from "@withhold/policy";
import { chosenRows, mayKeepContent, rowKey } from "./choice-words.js";
import { CommandError, exitCode } from "./exit-code.js";
import type { NamedNode } from "./inputs/choose-nodes.js";
import { addInputOptions, openInput } from "./inputs/input-options.js";
import type { InputOptions, OpenedInput } from "./inputs/input-options.js";
import { failOnOption } from "./output/fail-on.js";
import { outputOption, tabularFormats } from "./output/present.js";
import type { PresentOptions } from "./output/present.js";
import type { ReportFinding } from "./output/report.js";
import { progress } from "./progress.js";
import type { Terminal } from "./terminal.js";

export interface AboutAccountsOptions extends InputOptions, PresentOptions {
  readonly all?: true;
  readonly service?: readonly string[];
}

/** `examples`: lines of the help, as they can be run. */
export function addAboutAccountsOptions(command: Command, examples: string): Command {
  return addInputOptions(
    command.argument("[account...]", "accounts or OUs; the only account where there is one"),
  )
    .option("--all", "every account")
    .addOption(serviceOption())
    .addOption(outputOption(tabularFormats))
    .addOption(failOnOption())
    .addHelpText(
      "after",
      `
An account is named by its id, its name or its path from the root (Root/Production/Payments); an OU
stands for every account below it.

Examples:
${examples}

A service that may keep the content of an account is a finding, a warning: opted in, or no choice
made.
Exit codes: 0 clean, 1 failed, 2 wrong usage, 3 findings from --fail-on on, 4 undetermined.`,
    );
}

export function serviceOption(): Option {
  return new Option(
    "--service <key...>",
    "only these services; `unnamed` are those that no policy names, `future` those to come",
  );
}

/** Answers for every account that was named. Throws `CommandError` where nobody was, and there are several. */
export async function answersAbout<T>(
  words: readonly string[],
  options: AboutAccountsOptions,
  answer: (account: NamedNode, rows: readonly ServiceRow[], input: OpenedInput) => readonly T[],
  terminal: Terminal,
): Promise<{ readonly input: OpenedInput; readonly answers: readonly T[] }> {
  const input = await openInput(options, terminal);
  const accounts = chosenAccounts(words, options, input);
  const rows = chosenRows(input.evaluation, options.service);
  const bar = progress(terminal, "evaluating", accounts.length);
  const answers = accounts.flatMap((account, index) => {
    bar.at(index);
    return answer(account, rows, input);
  });
  bar.done();
  return { input, answers };
}

function chosenAccounts(
  words: readonly string[],
  { all }: AboutAccountsOptions,
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

/** One where the service may keep content, else none. */
export function contentFindings(
  subject: string,
  service: ServiceRow,
  choice: Choice,
): readonly ReportFinding[] {
  if (!mayKeepContent(choice)) return [];
  const rule = choice === "optIn" ? "opted-in" : "no-choice-made";
  const why = choice === "optIn" ? "it is opted in" : "no choice is made, and this is AWS's default";
  return [{ rule, severity: "warning", subject, message: `\`${rowKey(service)}\` may keep content: ${why}` }];
}
