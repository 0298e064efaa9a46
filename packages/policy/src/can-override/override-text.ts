// An answer about overriding in plain sentences, with the proof.

import { describeDoubt } from "../evaluation/doubt.js";
import { describeLevel, describePlace } from "../evaluation/place.js";
import type { LevelName } from "../evaluation/place.js";
import { describeServiceRow } from "../evaluation/service-row.js";
import { lockedWhat } from "../explain/explanation-text.js";
import type { Obstacle, OverrideAnswer, OverrideReport, Remedy, Witness } from "./override-answer.js";

/** A paragraph per answer, ending with a line feed. */
export function overrideText(report: OverrideReport): string {
  const paragraphs = report.answers.map((answer) => answerLines(answer, report).join("\n"));
  const disabled = report.typeEnabled
    ? []
    : [
        "The policy type is not enabled: no policy has any effect. The answers hold for when it is enabled again.",
      ];
  return `${[...disabled, ...paragraphs].join("\n\n")}\n`;
}

function answerLines(answer: OverrideAnswer, { point }: OverrideReport): readonly string[] {
  const service = describeServiceRow(answer.service);
  switch (answer.verdict) {
    case "reachable":
      return [
        `Yes: ${below(point)} can opt in ${service}.`,
        ...(answer.witness === undefined ? [] : witnessLines(answer.witness, point)),
      ];
    case "impossible":
      return [
        `No: nobody ${belowPlace(point)} can opt in ${service}.`,
        ...(answer.obstacles ?? []).map(obstacleLine),
        ...(answer.choiceAbove === "undecided"
          ? ["But no choice is made above, so AWS's default applies: content is used. This is no opt-out."]
          : []),
      ];
    case "undetermined":
      return [
        `Undetermined: whether ${below(point)} can opt in ${service} depends on:`,
        ...(answer.doubts ?? []).map((doubt) => `- ${describeDoubt(doubt)}`),
      ];
  }
}

function below(point: LevelName): string {
  return point.kind === "account"
    ? `whoever may attach policies to ${describeLevel(point)}`
    : `whoever may attach policies below ${describeLevel(point)}`;
}

function belowPlace(point: LevelName): string {
  return point.kind === "account" ? `at ${describeLevel(point)}` : `below ${describeLevel(point)}`;
}

function witnessLines(
  { content, characters, needsNothing, standsInFor }: Witness,
  point: LevelName,
): readonly string[] {
  const key =
    standsInFor === undefined
      ? ""
      : ` \`${standsInFor}\` stands for the key of the service, once AWS has one.`;
  const lead = needsNothing
    ? "The policies above opt in already; this one does not change that"
    : "This policy does it";
  const where = point.kind === "account" ? "attached to the account" : "attached to an account below";
  return [`${lead}, ${where} with nothing else (evaluated, ${characters} characters):${key}`, content];
}

function obstacleLine({ entry, because, by }: Obstacle): string {
  const places = by.map(describePlace).join(" and ");
  const way = entry === "own" ? "By the service's own key" : "Through `default`";
  return because === "locked"
    ? `${way}: ${places} ${by.length === 1 ? "locks" : "lock"} ${lockedWhat(by[0]?.path)}.`
    : `${way}: the service has an entry of its own, ${places}, so \`default\` does not reach it.`;
}

/** What to do, and what it reaches, ending with a line feed. */
export function remedyText({ changes, edits, reaches, characters }: Remedy): string {
  const [change] = changes;
  if (change === undefined)
    return "Nothing to close: nobody below can opt in, and everything is opted out.\n";
  const isNew = change.kind === "policy-created";
  const policy = change.kind === "policy-updated" ? `policy ${change.policyId}` : "the new policy";
  const targets = reaches.map(describeLevel).join(", ");
  const content =
    change.kind === "policy-updated"
      ? change.content
      : change.kind === "policy-created"
        ? change.policy.content
        : "";
  const lines = [
    isNew
      ? `To close it, attach a new policy to ${targets}:`
      : `To close it, change ${policy}, which is attached to ${targets}:`,
    ...edits.map((edit) => `- ${edit}`),
    `Evaluated: after that nobody below can opt in. The policy then reads (${characters} characters):`,
    content ?? "",
  ];
  return `${lines.join("\n")}\n`;
}
