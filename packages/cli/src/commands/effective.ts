// `withhold effective`: what holds for accounts, service by service.

import { Command } from "commander";
import { effectiveDocument } from "@withhold/policy";
import type { Choice, ServiceRow } from "@withhold/policy";
import { addAboutAccountsOptions, answersAbout, contentFindings } from "../about-accounts.js";
import type { AboutAccountsOptions } from "../about-accounts.js";
import { choiceCell, doubtsText, listOfRows, rowKey } from "../choice-words.js";
import type { NamedNode } from "../inputs/choose-nodes.js";
import type { OpenedInput } from "../inputs/input-options.js";
import { present } from "../output/present.js";
import type { Cell, Paint, Report } from "../output/report.js";
import type { Terminal } from "../terminal.js";

interface AccountResult {
  readonly account: NamedNode;
  readonly choices: readonly { readonly service: ServiceRow; readonly choice: Choice }[];
  /** What `DescribeEffectivePolicy` returns; `null` where there is no effective policy. */
  readonly effectivePolicy: string | null;
}

const examples = `\
  $ withhold effective --org examples/organization.json --all
  $ withhold effective --org examples/organization.json "Speech Lab" --service transcribe
  $ withhold effective --chain examples/chain/{root,ou,account}.json`;

export function effectiveCommand(terminal: Terminal): Command {
  const command = new Command("effective")
    .summary("show what holds for accounts")
    .description(
      "Shows the effective AI services opt-out policy of accounts: for each service whether it may keep their " +
        "content to improve itself. Needs no server and no network.",
    );
  return addAboutAccountsOptions(command, examples).action(
    async (words: readonly string[], options: AboutAccountsOptions) => {
      const { input, answers } = await answersAbout(words, options, resultsOf, terminal);
      await present(reportOf(answers, input), options, terminal);
    },
  );
}

function resultsOf(
  account: NamedNode,
  rows: readonly ServiceRow[],
  { evaluation }: OpenedInput,
): readonly AccountResult[] {
  const choices = rows.map((service) => ({ service, choice: evaluation.choice(account.id, service) }));
  const effectivePolicy = effectiveDocument(evaluation.merge(account.id)) ?? null;
  return [{ account, choices, effectivePolicy }];
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
    findings: results.flatMap(({ account, choices }) =>
      choices.flatMap(({ service, choice }) => contentFindings(account.path, service, choice)),
    ),
    undetermined: open.map(({ account, choices }) => ({
      subject: account.path,
      why: doubtsText(choices.flatMap(({ service }) => evaluation.doubts(account.id, service))),
    })),
  };
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
