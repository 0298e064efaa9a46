// An explanation in plain sentences, for whoever answers for the organization.

import type { OptOutChoice } from "../ai-opt-out-rules.js";
import { describeDoubt } from "../evaluation/doubt.js";
import type { Choice } from "../evaluation/lane-set.js";
import { describeLevel, describePlace } from "../evaluation/place.js";
import { describeServiceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import type { Attempt, Explanation } from "./explanation.js";

/** A paragraph per point, lines of any length, ending with a line feed. */
export function explanationText(explanation: Explanation): string {
  const { chain, service, attempts } = explanation;
  const account = chain.at(-1);
  const subject = account === undefined ? "The account" : capitalized(describeLevel(account));
  const lines = [
    `${subject}, ${describeServiceRow(service)}: ${headline(explanation.choice)}.`,
    ...decision(explanation),
    ...attempts.map((attempt) => sentence(attempt, service)),
    ...doubtLines(explanation),
  ];
  return `${lines.join("\n")}\n`;
}

/** What a choice means for content. */
function headline(choice: Choice): string {
  switch (choice) {
    case "optOut":
      return "opted out; the service may not keep content to improve itself";
    case "optIn":
      return "opted in; the service may keep content to improve itself";
    case "undecided":
      return "no choice made; AWS's default applies, and the service may keep content to improve itself";
    case "undetermined":
      return "undetermined; something that could not be read or is not known decides it";
  }
}

function decision({ decidedBy, typeEnabled, choice, service }: Explanation): readonly string[] {
  if (!typeEnabled)
    return ["The policy type is not enabled in this organization, so no policy has any effect."];
  if (decidedBy === undefined) return [`No policy that could be read sets this service or \`default\`.`];
  const set = choice === "undetermined" ? "As far as is known, this was set" : "This was set";
  const through = decidedBy.entry === "own" ? "by the service's own key" : throughDefault(service);
  return [`${set} to ${decidedBy.choice} ${through}, in ${describePlace(decidedBy.place)}.`];
}

function throughDefault({ kind }: ServiceRow): string {
  return kind === "service"
    ? "through `default`, because the service has no entry of its own"
    : "through `default`";
}

function sentence({ said, entry, place, outcome, by }: Attempt, service: ServiceRow): string {
  const what = entry === "own" && service.kind === "service" ? `\`${service.key}\`` : "`default`";
  const tried = `${capitalized(describePlace(place))} sets ${what} to ${said}`;
  const others = by.map(describePlace).join(" and ");
  switch (outcome) {
    case "blocked":
      return `${tried}. It was ignored: ${others} ${by.length === 1 ? "locks" : "lock"} ${lockedWhat(by[0]?.path)}.`;
    case "outranked":
      return `${tried}. It was ignored: ${others}, attached earlier at the same level, goes first.`;
    case "replaced":
      return `${tried}. It held until ${others}, further down, changed it.`;
    case "set-aside":
      return `${tried}. It does not reach this service, which has an entry of its own: ${others}.`;
  }
}

/** The node that a lock stands at, from the path of its operator. */
export function lockedWhat(path: string | undefined): string {
  const node = path?.replace(/\['@@operators_allowed_for_child_policies'\]$/, "") ?? "";
  return `\`${node}\` for every policy below`;
}

function doubtLines({ doubts, choice, possible }: Explanation): readonly string[] {
  if (doubts.length === 0) return [];
  const open = possible.map(choiceWord).join(" or ");
  const lead =
    choice === "undetermined"
      ? `It could be ${open}, depending on:`
      : "This holds whatever comes of what is not known along the way:";
  return [lead, ...doubts.map((doubt) => `- ${describeDoubt(doubt)}`)];
}

function choiceWord(choice: OptOutChoice | "undecided"): string {
  return { optOut: "opted out", optIn: "opted in", undecided: "no choice made" }[choice];
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
