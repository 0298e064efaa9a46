// How choices read in tables, and which services a person asks about.

import { describeServiceRow } from "@withhold/policy";
import type { Choice, Doubt, Evaluation, ServiceRow } from "@withhold/policy";
import { CommandError, exitCode } from "./exit-code.js";
import type { Cell, Tone } from "./output/report.js";

const words = {
  optOut: "opted out",
  optIn: "opted in",
  undecided: "no choice made",
  undetermined: "undetermined",
} as const satisfies Record<Choice, string>;

const tones = {
  optOut: "good",
  optIn: "bad",
  undecided: "bad",
  undetermined: "doubtful",
} as const satisfies Record<Choice, Tone>;

export function choiceCell(choice: Choice): Cell {
  return { text: words[choice], tone: tones[choice] };
}

/** Whether services may keep content: opting in allows it, and so does AWS's default. */
export function mayKeepContent(choice: Choice): boolean {
  return choice === "optIn" || choice === "undecided";
}

/** `lex`, `unnamed`, `future`: how a row is named on the command line and in tables for programs. */
export function rowKey(row: ServiceRow): string {
  return row.kind === "service" ? row.key : row.kind;
}

/** The rows that `--service` names; all of them without it. A key that no catalogue has is refused. */
export function chosenRows(
  evaluation: Evaluation,
  keys: readonly string[] | undefined,
): readonly ServiceRow[] {
  const { rows } = evaluation;
  return (
    keys?.map((key) => {
      const row = rows.find((known) => rowKey(known) === key);
      if (row !== undefined) return row;
      const known = rows.map(rowKey).join(", ");
      throw new CommandError(
        exitCode.usage,
        `no service \`${key}\`; there are ${known}; add your own with --catalogue`,
      );
    }) ?? rows
  );
}

/** `lex, polly, services that AWS may add later`: the rest of a list whose first was told in full. */
export function alsoFor(rows: readonly ServiceRow[]): string {
  if (rows.length === 0) return "";
  const names = rows.map((row) => (row.kind === "service" ? row.key : describeServiceRow(row)));
  return `The same goes for ${names.join(", ")}.\n`;
}

/** The row that stands for others best: what no policy names, where it is among them. */
export function unnamedFirst<T>(items: readonly T[], rowOf: (item: T) => ServiceRow): readonly T[] {
  return items.toSorted((a, b) => Number(rowOf(a).kind !== "unnamed") - Number(rowOf(b).kind !== "unnamed"));
}

/** `lex, polly`, or `every service` where these are all that were asked about. */
export function listOfRows(rows: readonly ServiceRow[], total: number): string {
  return rows.length === total && total > 1 ? "every service" : rows.map(rowKey).join(", ");
}

/** What an answer hangs on, each thing once. */
export function doubtsText(doubts: readonly Doubt[]): string {
  return Array.from(new Set(doubts.map(({ what, why }) => `${what}: ${why}`))).join("; ");
}
