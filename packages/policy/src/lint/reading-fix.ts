// Fixes of refused policies that guess what was meant, and so keep no meaning: the nearest word that would be right.

import { choices, servicesKey, settingKey } from "../ai-opt-out-rules.js";
import { defaultEntry } from "../catalogue.js";
import type { Fix } from "../fix.js";
import type { JsonNode } from "../json.js";
import { childControl, controlValues } from "../operators.js";
import { suggest } from "../suggest.js";
import { hasMember, memberAt, nodeAt, renamed, replaced } from "./json-edit.js";
import type { Found, LintedText } from "./lint-rule.js";

function guess(what: string, edits: Fix["edits"]): Fix {
  return { what, keepsMeaning: false, edits };
}

/** To the nearest of the names that may stand there, unless it stands there already. */
function rename({ at }: Found, { json }: LintedText, names: Iterable<string>): Fix | undefined {
  const place = memberAt(json, at);
  if (place === undefined) return undefined;
  const { object, member } = place;
  const near = suggest(member.key, names);
  if (near === undefined || hasMember(object, near)) return undefined;
  // Two keys that mean the same word would become duplicates.
  if (object.members.some((other) => other !== member && suggest(other.key, [near]) !== undefined))
    return undefined;
  return guess(`write \`${near}\``, [renamed(member, near)]);
}

/** What may stand beside the key depends on how deep it stands. */
export function keyFix(found: Found, policy: LintedText): Fix | undefined {
  switch (found.keys.length) {
    case 1:
      return rename(found, policy, [servicesKey]);
    case 3:
      return rename(found, policy, [settingKey]);
    case 4:
      return rename(found, policy, ["@@assign", childControl]);
    default:
      return undefined;
  }
}

export function operatorFix(found: Found, policy: LintedText): Fix | undefined {
  return rename(found, policy, ["@@assign", childControl]);
}

export function serviceFix(found: Found, policy: LintedText): Fix | undefined {
  return rename(found, policy, [defaultEntry, ...policy.catalogue.keys()]);
}

/** `"optOut"` in place of `{"@@assign": "optOut"}`. */
export function settingFix({ at }: Found, { json }: LintedText): Fix | undefined {
  const value = memberAt(json, at)?.member.value;
  const near = nearChoice(value);
  if (value === undefined || near === undefined) return undefined;
  const right = `{ "@@assign": "${near}" }`;
  return guess(`write \`${right}\``, [replaced(value, right)]);
}

function nearChoice(value: JsonNode | undefined): string | undefined {
  return value?.kind === "string" ? suggest(value.value, choices) : undefined;
}

/** `@@assign` one level too high, or `@@append` of a single choice. */
export function wrongOperatorFix({ keys, at }: Found, { text, json }: LintedText): Fix | undefined {
  const place = memberAt(json, at);
  if (place === undefined) return undefined;
  const { object, member } = place;
  const isAlone = object.members.every((other) => other === member || other.key !== member.key);
  if (!isAlone) return undefined;
  if (keys.length === 3 && member.key === "@@assign" && !hasMember(object, settingKey)) {
    const moved = `"${settingKey}": { ${text.slice(member.at, member.value.end)} }`;
    return guess(`put it under \`${settingKey}\``, [
      { start: member.at, end: member.value.end, text: moved },
    ]);
  }
  const [only, ...others] = member.value.kind === "array" ? member.value.items : [];
  const near = nearChoice(only);
  if (keys.length !== 4 || member.key !== "@@append" || hasMember(object, "@@assign")) return undefined;
  if (others.length > 0 || near === undefined) return undefined;
  const edits = [renamed(member, "@@assign"), replaced(member.value, JSON.stringify(near))];
  return guess(`write \`"@@assign": "${near}"\``, edits);
}

/** A choice in another case, a misspelt name in child control; a name that stands there twice says no more than once. */
export function valueFix({ keys, at }: Found, { json }: LintedText): Fix | undefined {
  if (keys.at(-1) === "@@assign") {
    const value = memberAt(json, at)?.member.value;
    const near = nearChoice(value);
    if (value === undefined || near === undefined) return undefined;
    return guess(`write \`"${near}"\``, [replaced(value, JSON.stringify(near))]);
  }
  const node = nodeAt(json, at);
  if (keys.at(-2) === childControl && node?.kind === "string") {
    const near = suggest(node.value, controlValues.keys());
    return near === undefined
      ? undefined
      : guess(`write \`"${near}"\``, [replaced(node, JSON.stringify(near))]);
  }
  return keys.at(-1) === childControl ? repetitionFix(node) : undefined;
}

function repetitionFix(list: JsonNode | undefined): Fix | undefined {
  if (list?.kind !== "array") return undefined;
  const names = new Set(list.items.map((item) => (item.kind === "string" ? item.value : undefined)));
  if (names.has(undefined) || names.size === list.items.length) return undefined;
  const once = Array.from(names, (name) => JSON.stringify(name)).join(", ");
  return { what: "take out the repetition", keepsMeaning: true, edits: [replaced(list, `[${once}]`)] };
}
