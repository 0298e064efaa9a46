// `withhold can-override`: whether anybody below a point could still opt a service in, with the proof.

import { Command } from "commander";
import { canOverride, findRemedy, overrideText, remedyText } from "@withhold/policy";
import type { OverrideAnswer, OverrideReport, Remedy } from "@withhold/policy";
import { serviceOption } from "../about-accounts.js";
import {
  alsoFor,
  chosenRows,
  choiceCell,
  doubtsText,
  listOfRows,
  rowKey,
  unnamedFirst,
} from "../choice-words.js";
import { CommandError, exitCode } from "../exit-code.js";
import { groupBy } from "../group-by.js";
import type { NamedNode } from "../inputs/choose-nodes.js";
import { addInputOptions, openInput } from "../inputs/input-options.js";
import type { InputOptions, OpenedInput } from "../inputs/input-options.js";
import { failOnOption } from "../output/fail-on.js";
import { findingFormats, outputOption, present } from "../output/present.js";
import type { PresentOptions } from "../output/present.js";
import { prose } from "../output/prose.js";
import type { Cell, Paint, Place, Report, ReportFinding, ReportRule } from "../output/report.js";
import { progress } from "../progress.js";
import type { Terminal } from "../terminal.js";

interface OverrideOptions extends InputOptions, PresentOptions {
  readonly service?: readonly string[];
  readonly all?: true;
  readonly remedy?: true;
}

/** One point of the tree. */
interface PointResult {
  readonly path: string;
  readonly report: OverrideReport;
  /** With `--remedy`, where something is open. */
  readonly remedy: Remedy | string | undefined;
  /** The file that a change would begin in. */
  readonly place: Place | undefined;
}

const help = `
A point is the root, an OU or an account, by its id, its name or its path from the root. For an OU
the policies attached to it and above are taken as given; for an account only those above it.

Examples:
  $ withhold can-override --org examples/organization.json
  $ withhold can-override --org examples/organization.json Production Research --service lex future
  $ withhold can-override --chain examples/chain/root.json --remedy

A finding, an error, is a point below which a service can be opted in, or where nobody can and no
policy opts it out.
Exit codes: 0 clean, 1 failed, 2 wrong usage, 3 findings from --fail-on on, 4 undetermined.`;

const rules: readonly ReportRule[] = [
  { id: "can-opt-in", summary: "whoever may attach policies below can opt a service in" },
  { id: "no-opt-out", summary: "nobody below can opt a service in, and no policy opts it out either" },
];

export function canOverrideCommand(terminal: Terminal): Command {
  return addInputOptions(
    new Command("can-override")
      .summary("prove that nobody below can opt in")
      .description(
        "Asks whether anybody who may attach policies below a point could still opt a service in. Yes comes with the " +
          "smallest policy that does it, no with the locks that rule it out. Also for services that AWS adds later. " +
          "Needs no server and no network.",
      )
      .argument("[point...]", "the root, OUs or accounts; the root where none is named"),
  )
    .addOption(serviceOption())
    .option("--all", "the root and every OU")
    .option("--remedy", "say the smallest change that closes what is open")
    .addOption(outputOption(findingFormats))
    .addOption(failOnOption())
    .addHelpText("after", help)
    .action(async (words: readonly string[], options: OverrideOptions) => {
      const input = await openInput(options, terminal);
      const asked = pointsOf(words, options, input);
      const bar = progress(terminal, "searching", asked.length);
      const results = asked.map(({ id, path }, index) => {
        bar.at(index);
        return resultOf(id, path, input, options);
      });
      bar.done();
      await present(reportOf(results, input), options, terminal);
    });
}

function pointsOf(
  words: readonly string[],
  { all }: OverrideOptions,
  { names }: OpenedInput,
): readonly NamedNode[] {
  if (all === true && words.length > 0)
    throw new CommandError(exitCode.usage, "give points or --all, not both");
  if (words.length > 0) return words.map((word) => names.one(word, ["root", "unit", "account"]));
  return names.nodes.filter(({ kind }) => kind === "root" || (all === true && kind === "unit"));
}

function resultOf(
  id: string,
  path: string,
  { evaluation }: OpenedInput,
  options: OverrideOptions,
): PointResult {
  const rows = chosenRows(evaluation, options.service);
  const result = canOverride(evaluation, id, rows);
  if (!result.ok) throw new CommandError(exitCode.usage, result.message);
  const { report } = result;
  const isOpen = report.answers.some((answer) => ruleOf(answer) !== undefined);
  return {
    path,
    report,
    remedy: options.remedy === true && isOpen ? remedyFor(evaluation, id, rows) : undefined,
    place: placeOf(evaluation, report),
  };
}

function remedyFor(...ask: Parameters<typeof findRemedy>): Remedy | string {
  const result = findRemedy(...ask);
  return result.ok ? result.remedy : result.message;
}

/** The nearest policy above that stands in a file: where a lock would go. */
function placeOf(evaluation: OpenedInput["evaluation"], { given }: OverrideReport): Place | undefined {
  for (const { id } of given.toReversed()) {
    for (const { origin } of evaluation.attachedAt(evaluation.node(id))) {
      if (origin !== undefined)
        return { file: origin.file, line: origin.line ?? 1, column: origin.column ?? 1 };
    }
  }
  return undefined;
}

/** The rule that an answer breaks; none where it is clean or undetermined. */
function ruleOf({ verdict, choiceAbove }: OverrideAnswer): "can-opt-in" | "no-opt-out" | undefined {
  if (verdict === "reachable") return "can-opt-in";
  return verdict === "impossible" && choiceAbove !== "optOut" ? "no-opt-out" : undefined;
}

function reportOf(results: readonly PointResult[], { evaluation }: OpenedInput): Report {
  return {
    command: "can-override",
    columns: [
      { key: "point_id", title: "Point id" },
      { key: "point", title: "Point" },
      { key: "service", title: "Service" },
      { key: "verdict", title: "Can be opted in" },
      { key: "choice_above", title: "Choice above" },
      { key: "proof", title: "Proof" },
    ],
    rows: results.flatMap(({ path, report }) =>
      report.answers.map((answer): readonly Cell[] => [
        report.point.id,
        path,
        rowKey(answer.service),
        verdictCell(answer),
        choiceCell(answer.choiceAbove),
        proofOf(answer),
      ]),
    ),
    text: (paint) => results.map((result) => asText(result, paint)).join("\n\n"),
    data: {
      provenance: evaluation.snapshot.provenance,
      points: results.map(({ path, report, remedy }) => ({
        path,
        ...report,
        ...(remedy === undefined ? {} : typeof remedy === "string" ? { noRemedy: remedy } : { remedy }),
      })),
    },
    checked: results.map(({ path }) => path),
    findings: results.flatMap(findingsOf),
    undetermined: results.flatMap(undeterminedOf),
    rules,
  };
}

function findingsOf({ path, report, place }: PointResult): readonly ReportFinding[] {
  return (["can-opt-in", "no-opt-out"] as const).flatMap((rule) => {
    const broken = report.answers.filter((answer) => ruleOf(answer) === rule).map(({ service }) => service);
    if (broken.length === 0) return [];
    const list = listOfRows(broken, report.answers.length);
    const message =
      rule === "can-opt-in"
        ? `${list} can still be opted in below ${path}; --remedy says how to close it`
        : `${list} cannot be opted in below ${path}, and no policy opts out either`;
    return [{ rule, severity: "error", subject: path, message, ...(place === undefined ? {} : { place }) }];
  });
}

function undeterminedOf({ path, report }: PointResult): Report["undetermined"] {
  const open = report.answers.filter(({ verdict }) => verdict === "undetermined");
  if (open.length === 0) return [];
  const keys = open.map(({ service }) => rowKey(service)).join(", ");
  return [{ subject: path, why: `${keys}: ${doubtsText(open.flatMap(({ doubts = [] }) => doubts))}` }];
}

function verdictCell(answer: OverrideAnswer): Cell {
  if (answer.verdict === "undetermined") return { text: "undetermined", tone: "doubtful" };
  const tone = ruleOf(answer) === undefined ? "good" : "bad";
  return { text: answer.verdict === "reachable" ? "yes" : "no", tone };
}

/** The witness, or the locks. */
function proofOf({ witness, obstacles = [] }: OverrideAnswer): string {
  if (witness !== undefined) return witness.content;
  const places = obstacles.flatMap(({ by }) => by).map(({ policyName, path }) => `${policyName} ${path}`);
  return Array.from(new Set(places)).join("; ");
}

/** Services that are answered alike are told together. */
function asText({ path, report, remedy }: PointResult, paint: Paint): string {
  // A witness names its service.
  const stories = groupBy(report.answers, (answer) => {
    const { entry, needsNothing, standsInFor } = answer.witness ?? {};
    return JSON.stringify([{ ...answer, service: "", witness: "" }, entry, needsNothing, standsInFor]);
  });
  const parts = stories.map((alike) => {
    const [first, ...others] = unnamedFirst(alike, ({ service }) => service);
    const answers = first === undefined ? [] : [first];
    return prose(overrideText({ ...report, answers }) + alsoFor(others.map(({ service }) => service)), paint);
  });
  const change =
    typeof remedy === "string" ? `No remedy: ${remedy}.` : remedy === undefined ? "" : remedyText(remedy);
  const title = paint.cell({ text: path, tone: "strong" });
  return [title, ...parts, ...(change === "" ? [] : [prose(change, paint)])].join("\n\n");
}
