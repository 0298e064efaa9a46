// `withhold explain`: why an account's choice is what it is, for whoever answers for it.

import { Command } from "commander";
import { explain, explanationText } from "@withhold/policy";
import type { Explanation, Place } from "@withhold/policy";
import {
  alsoFor,
  chosenRows,
  choiceCell,
  doubtsText,
  mayKeepContent,
  rowKey,
  unnamedFirst,
} from "../choice-words.js";
import { CommandError, exitCode } from "../exit-code.js";
import { groupBy } from "../group-by.js";
import type { NamedNode } from "../inputs/choose-nodes.js";
import { addInputOptions, openInput } from "../inputs/input-options.js";
import type { OpenedInput } from "../inputs/input-options.js";
import { failOnOption } from "../output/fail-on.js";
import { outputOption, present, tabularFormats } from "../output/present.js";
import { prose } from "../output/prose.js";
import type { Cell, Paint, Report } from "../output/report.js";
import { progress } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { chosenAccounts, serviceOption } from "./effective.js";
import type { AccountOptions } from "./effective.js";

interface Explained {
  readonly account: NamedNode;
  readonly explanation: Explanation;
}

const help = `
An account is named by its id, its name or its path from the root (Root/Production/Payments); an OU
stands for every account below it.

Examples:
  $ withhold explain --org examples/organization.json "Speech Lab" --service transcribe
  $ withhold explain --org examples/organization.json Root/Production
  $ withhold explain --chain examples/chain/{root,ou,account}.json

A service that may keep the content of an account is a finding, a warning: opted in, or no choice
made.
Exit codes: 0 clean, 1 failed, 2 wrong usage, 3 findings from --fail-on on, 4 undetermined.`;

export function explainCommand(terminal: Terminal): Command {
  return addInputOptions(
    new Command("explain")
      .summary("say why it holds")
      .description(
        "Says in plain sentences why a service may or may not keep the content of an account: which policy decided, " +
          "where it is attached and at which line, which policies tried otherwise, and what stopped them. " +
          "Needs no server and no network.",
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
      const rows = chosenRows(input.evaluation, options.service);
      const accounts = chosenAccounts(words, options, input);
      const bar = progress(terminal, "explaining", accounts.length);
      const all = accounts.flatMap((account, index) => {
        bar.at(index);
        return rows.map((row) => ({ account, explanation: explanationOf(input, account.id, row) }));
      });
      bar.done();
      await present(reportOf(all, input), options, terminal);
    });
}

function explanationOf({ evaluation }: OpenedInput, id: string, row: Explanation["service"]): Explanation {
  const result = explain(evaluation, id, row);
  if (result.ok) return result.explanation;
  throw new CommandError(exitCode.usage, result.message);
}

function reportOf(all: readonly Explained[], { evaluation }: OpenedInput): Report {
  return {
    command: "explain",
    columns: [
      { key: "account_id", title: "Account id" },
      { key: "account", title: "Account" },
      { key: "service", title: "Service" },
      { key: "choice", title: "Choice" },
      { key: "decided_by", title: "Decided by" },
      { key: "attached_to", title: "Attached to" },
      { key: "place", title: "Place" },
      { key: "in_vain", title: "In vain" },
    ],
    rows: all.map(({ account, explanation }) => rowOf(account, explanation)),
    text: (paint) => asText(all, paint),
    data: {
      provenance: evaluation.snapshot.provenance,
      explanations: all.map(({ explanation }) => explanation),
    },
    checked: all.map(subjectOf),
    findings: all
      .filter(({ explanation }) => mayKeepContent(explanation.choice))
      .map((explained) => ({
        rule: explained.explanation.choice === "optIn" ? "opted-in" : "no-choice-made",
        severity: "warning",
        subject: subjectOf(explained),
        message: `\`${rowKey(explained.explanation.service)}\` may keep content`,
      })),
    undetermined: all
      .filter(({ explanation }) => explanation.choice === "undetermined")
      .map((explained) => ({
        subject: subjectOf(explained),
        why: doubtsText(explained.explanation.doubts),
      })),
  };
}

function subjectOf({ account, explanation }: Explained): string {
  return `${account.path}, ${rowKey(explanation.service)}`;
}

function rowOf(
  { id, name }: NamedNode,
  { service, choice, decidedBy, attempts }: Explanation,
): readonly Cell[] {
  const place = decidedBy?.place;
  const inVain = attempts.map(
    (attempt) => `${attempt.place.policyName} (${attempt.said}, ${attempt.outcome})`,
  );
  return [
    id,
    name,
    rowKey(service),
    choiceCell(choice),
    place?.policyName ?? "",
    place?.level.name ?? "",
    place === undefined ? "" : placeText(place),
    inVain.join("; "),
  ];
}

function placeText({ file, path, position }: Place): string {
  const { line, column } = file?.position ?? position;
  return file === undefined ? path : `${file.name}:${line}:${column}`;
}

/** Services with the same story are told together. */
function asText(all: readonly Explained[], paint: Paint): string {
  const stories = groupBy(all, ({ account, explanation }) =>
    JSON.stringify([account.id, { ...explanation, service: "" }]),
  );
  return stories
    .map((alike) => {
      const [first, ...others] = unnamedFirst(alike, ({ explanation }) => explanation.service);
      if (first === undefined) return "";
      const also = alsoFor(others.map(({ explanation }) => explanation.service));
      return prose(explanationText(first.explanation) + also, paint);
    })
    .join("\n\n");
}
