// What an AI services opt-out policy does, in a sentence: computed as if it stood alone, at the root.

import {
  canOverride,
  evaluateSnapshot,
  readValidPolicy,
  lintPolicy,
  snapshotOfChain,
} from "@withhold/policy";
import type { Evaluation, ServiceRow } from "@withhold/policy";

/** `unknown`: it could not be read. `invalid`: nothing that it says holds. */
export type OptOutSummary =
  | { readonly kind: "unknown" | "invalid"; readonly text: string }
  | { readonly kind: "valid"; readonly text: string; readonly locked: Locked };

/** How many of its opt-outs nobody below can undo. */
type Locked = "all" | "some" | "none" | "no-opt-out";

const namesMax = 4;
const rootId = "root";
/** Stands for every service without an entry of its own. A policy can name one of them once AWS has added it. */
const byDefault: ServiceRow = { kind: "future" };

/** Total. `content` is undefined where nobody could read it. */
export function optOutSummary(content: string | undefined): OptOutSummary {
  if (content === undefined) return { kind: "unknown", text: "Unknown: its content could not be read" };
  if (lintPolicy(content).some(({ severity }) => severity === "error"))
    return { kind: "invalid", text: "Unknown: its content is not valid for this type" };
  const evaluation = evaluationOf(content);
  if (evaluation === undefined) return { kind: "invalid", text: "Unknown: its content cannot be evaluated" };
  return summaryOf(evaluation, namedIn(content));
}

function evaluationOf(content: string): Evaluation | undefined {
  const snapshot = snapshotOfChain([[{ name: "policy", content }]], { source: "policy", readAt: "" });
  const evaluated = evaluateSnapshot(snapshot);
  return evaluated.ok ? evaluated.evaluation : undefined;
}

function namedIn(content: string): readonly ServiceRow[] {
  const services = readValidPolicy(content).members.get("services")?.members ?? new Map<string, unknown>();
  return [...services.keys()].filter((key) => key !== "default").map((key) => ({ kind: "service", key }));
}

function summaryOf(evaluation: Evaluation, named: readonly ServiceRow[]): OptOutSummary {
  const choice = (row: ServiceRow): string => evaluation.choice(rootId, row);
  const defaultChoice = choice(byDefault);
  const own = named.filter((row) => choice(row) !== defaultChoice || defaultChoice === "undecided");
  const out = own.filter((row) => choice(row) === "optOut");
  const optedIn = own.filter((row) => choice(row) === "optIn");
  const locked = lockedOf(evaluation, [...(defaultChoice === "optOut" ? [byDefault] : []), ...named]);
  const parts = [
    ...(defaultChoice === "optOut" ? ["opts out by default"] : []),
    ...(defaultChoice === "optIn" ? ["opts in by default"] : []),
    ...(out.length > 0 ? [`opts out of ${names(out)}`] : []),
    ...(optedIn.length > 0 ? [`opts in to ${names(optedIn)}`] : []),
  ];
  const said = parts.length === 0 ? "sets nothing by itself" : parts.join(", ");
  return {
    kind: "valid",
    text: `${said.charAt(0).toUpperCase()}${said.slice(1)}${lockWords[locked]}`,
    locked,
  };
}

const lockWords: Readonly<Record<Locked, string>> = {
  all: "; locked",
  some: "; partly locked",
  none: "; can be overridden below",
  "no-opt-out": "",
};

function lockedOf(evaluation: Evaluation, rows: readonly ServiceRow[]): Locked {
  const optOuts = rows.filter((row) => evaluation.choice(rootId, row) === "optOut");
  const result = canOverride(evaluation, rootId, optOuts);
  if (!result.ok || optOuts.length === 0) return "no-opt-out";
  const closed = result.report.answers.filter(({ verdict }) => verdict === "impossible").length;
  if (closed === optOuts.length) return "all";
  return closed === 0 ? "none" : "some";
}

function names(rows: readonly ServiceRow[]): string {
  const keys = rows.map((row) => (row.kind === "service" ? row.key : row.kind));
  const more = keys.length - namesMax;
  if (more > 0) return `${keys.slice(0, namesMax).join(", ")} and ${more} more`;
  return keys.length < 2 ? keys.join("") : `${keys.slice(0, -1).join(", ")} and ${keys.at(-1) ?? ""}`;
}
