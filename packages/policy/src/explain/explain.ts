// Explains a choice: the merge is done once more with its trace, and every operator is told apart by what became of it.

import { choices, servicesKey, settingKey } from "../ai-opt-out-rules.js";
import type { OptOutChoice } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import { effectivePolicy } from "../effective-policy.js";
import type { Evaluation } from "../evaluation/evaluation.js";
import { levelName } from "../evaluation/place.js";
import type { Place } from "../evaluation/place.js";
import { placeOfSource } from "../evaluation/place-of-source.js";
import { serviceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { quote } from "../json.js";
import type { Source } from "../merge.js";
import { childControl } from "../operators.js";
import type { TraceEntry } from "../trace.js";
import type { Attempt, Decision, Explanation } from "./explanation.js";

export type ExplainResult =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly message: string };

/** For an account and a service, by its key or as a row. Refuses what is no account of the snapshot. */
export function explain(
  evaluation: Evaluation,
  accountId: string,
  service: string | ServiceRow,
): ExplainResult {
  const account = evaluation.index.nodes.get(accountId);
  if (account?.kind !== "account") {
    const message = `no account ${quote(accountId)} in the snapshot; only accounts have an effective policy`;
    return { ok: false, message };
  }
  const row = typeof service === "string" ? serviceRow(service, evaluation.catalogue) : service;
  const { decidedBy, attempts } = retrace(evaluation, accountId, row);
  const explanation: Explanation = {
    version: 1,
    kind: "explanation",
    chain: evaluation.nodesTo(accountId).map(levelName),
    service: row,
    choice: evaluation.choice(accountId, row),
    possible: evaluation.possible(accountId, row),
    typeEnabled: evaluation.isEnabled,
    ...(decidedBy === undefined ? {} : { decidedBy }),
    attempts,
    doubts: evaluation.doubts(accountId, row),
  };
  return { ok: true, explanation };
}

type Told = Pick<Explanation, "decidedBy" | "attempts">;

/** An assignment for the service, own or through `default`, with what became of it. */
interface Said {
  readonly said: OptOutChoice;
  readonly entry: "own" | "default";
  readonly trace: TraceEntry;
}

function retrace(evaluation: Evaluation, accountId: string, row: ServiceRow): Told {
  const all: Said[] = [];
  effectivePolicy(evaluation.chain(accountId), (trace) => {
    const said = saidIn(trace, row);
    if (said !== undefined) all.push(said);
  });
  const lastSet = (entry: "own" | "default"): Said | undefined =>
    all.findLast((said) => said.entry === entry && said.trace.outcome === "set");
  const own = lastSet("own");
  const deciding = own ?? lastSet("default");
  const attempts = all
    .filter((said) => said !== deciding)
    .map((said) => attempt(evaluation, said, own, nextSet(all, said)));
  return { ...(deciding === undefined ? {} : { decidedBy: decision(evaluation, deciding) }), attempts };
}

/** What took the place of an assignment, at a level further down. */
function nextSet(all: readonly Said[], said: Said): Said | undefined {
  const later = all.slice(all.indexOf(said) + 1);
  return later.find(({ entry, trace }) => entry === said.entry && trace.outcome === "set");
}

function saidIn(trace: TraceEntry, row: ServiceRow): Said | undefined {
  const [services, key, setting] = trace.path;
  if (services !== servicesKey || setting !== settingKey || trace.operator !== "@@assign") return undefined;
  const said = choices.find((choice) => choice === trace.operand);
  if (said === undefined) return undefined;
  if (key === defaultEntry) return { said, entry: "default", trace };
  return row.kind === "service" && key === row.key ? { said, entry: "own", trace } : undefined;
}

function decision(evaluation: Evaluation, { said, entry, trace }: Said): Decision {
  return { choice: said, entry, place: assignment(evaluation, trace) };
}

function attempt(
  evaluation: Evaluation,
  { said, entry, trace }: Said,
  own: Said | undefined,
  next: Said | undefined,
): Attempt {
  const told = { said, entry, place: assignment(evaluation, trace) };
  switch (trace.outcome) {
    case "blocked":
      return { ...told, outcome: "blocked", by: lockPlaces(evaluation, trace) };
    case "outranked": {
      const by = (trace.by ?? []).map((source) => assignment(evaluation, { ...source, path: trace.path }));
      return { ...told, outcome: "outranked", by };
    }
    case "set":
    case "no-effect":
    case "inapplicable": {
      const isDefault = entry === "default" && own !== undefined;
      const instead = isDefault ? own : next;
      const by = instead === undefined ? [] : [assignment(evaluation, instead.trace)];
      return { ...told, outcome: isDefault ? "set-aside" : "replaced", by };
    }
  }
}

function assignment(evaluation: Evaluation, source: Source & Pick<TraceEntry, "path">): Place {
  return placeOfSource(evaluation, source, [...source.path, "@@assign"]);
}

/** The locks that a trace entry was blocked by. */
export function lockPlaces(evaluation: Evaluation, { by, lockedAt }: TraceEntry): readonly Place[] {
  const keys = [...(lockedAt ?? []), childControl];
  return (by ?? []).map((source) => placeOfSource(evaluation, source, keys));
}
