// `withhold explain`: why an account's choice is what it is, for whoever answers for it.

import { Command } from "commander";
import { explain, explanationText } from "@withhold/policy";
import type { Explanation, Place, ServiceRow } from "@withhold/policy";
import { addAboutAccountsOptions, answersAbout, contentFindings } from "../about-accounts.js";
import type { AboutAccountsOptions } from "../about-accounts.js";
import { alsoFor, choiceCell, doubtsText, rowKey, unnamedFirst } from "../choice-words.js";
import { CommandError, exitCode } from "../exit-code.js";
import { groupBy } from "../group-by.js";
import type { NamedNode } from "../inputs/choose-nodes.js";
import type { OpenedInput } from "../inputs/input-options.js";
import { present } from "../output/present.js";
import { prose } from "../output/prose.js";
import type { Cell, Paint, Report } from "../output/report.js";
import type { Terminal } from "../terminal.js";

interface Explained {
  readonly account: NamedNode;
  readonly explanation: Explanation;
}

const examples = `\
  $ withhold explain --org examples/organization.json "Speech Lab" --service transcribe
  $ withhold explain --org examples/organization.json Root/Production
  $ withhold explain --chain examples/chain/{root,ou,account}.json`;

export function explainCommand(terminal: Terminal): Command {
  const command = new Command("explain")
    .summary("say why it holds")
    .description(
      "Says in plain sentences why a service may or may not keep the content of an account: which policy decided, " +
        "where it is attached and at which line, which policies tried otherwise, and what stopped them. " +
        "Needs no server and no network.",
    );
  return addAboutAccountsOptions(command, examples).action(
    async (words: readonly string[], options: AboutAccountsOptions) => {
      const { input, answers } = await answersAbout(words, options, explainedOf, terminal);
      await present(reportOf(answers, input), options, terminal);
    },
  );
}

function explainedOf(
  account: NamedNode,
  rows: readonly ServiceRow[],
  { evaluation }: OpenedInput,
): readonly Explained[] {
  return rows.map((row) => {
    const result = explain(evaluation, account.id, row);
    if (result.ok) return { account, explanation: result.explanation };
    throw new CommandError(exitCode.usage, result.message);
  });
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
    findings: all.flatMap((explained) =>
      contentFindings(subjectOf(explained), explained.explanation.service, explained.explanation.choice),
    ),
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
