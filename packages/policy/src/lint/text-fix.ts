// Fixes that read no meaning into a policy: what the text says stays as it is.

import type { Fix } from "../fix.js";
import { minifiedJson } from "../format/minified-json.js";
import { aiOptOutCharactersMax, characterCount } from "../parse-policy.js";
import { memberAt, memberRemoved } from "./json-edit.js";
import type { Found, LintedText } from "./lint-rule.js";

export function byteOrderMarkFix(_: Found, { text }: LintedText): Fix | undefined {
  if (!text.startsWith("\ufeff")) return undefined;
  return {
    what: "take out the byte order mark",
    keepsMeaning: true,
    edits: [{ start: 0, end: 1, text: "" }],
  };
}

/** White space is all that may go. */
export function sizeFix(_: Found, { text, json }: LintedText): Fix | undefined {
  if (json === undefined) return undefined;
  const short = minifiedJson(json);
  if (characterCount(short) > aiOptOutCharactersMax) return undefined;
  return { what: "minify", keepsMeaning: true, edits: [{ start: 0, end: text.length, text: short }] };
}

/** Where both say the same, as readers that take the first or the last would agree. */
export function duplicateFix({ at }: Found, { json }: LintedText): Fix | undefined {
  const place = memberAt(json, at);
  if (place === undefined) return undefined;
  const { object, member } = place;
  const said = object.members.filter(({ key }) => key === member.key).map(({ value }) => minifiedJson(value));
  if (said.some((text) => text !== said[0])) return undefined;
  return {
    what: "take out the repetition",
    keepsMeaning: true,
    edits: [memberRemoved(object, member)],
  };
}
