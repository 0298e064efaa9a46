// Edits to JSON text that leave all other text as it is: a key renamed, a member taken out or put in.

import type { TextEdit } from "../fix.js";
import type { JsonMember, JsonNode, Offset } from "../json.js";

export type JsonObject = Extract<JsonNode, { readonly kind: "object" }>;

export interface JsonMemberPlace {
  readonly object: JsonObject;
  readonly member: JsonMember;
}

/** The member whose key stands at an offset. */
export function memberAt(node: JsonNode | undefined, at: Offset): JsonMemberPlace | undefined {
  if (node?.kind !== "object") return undefined;
  // Members stand in the order of the text.
  const member = node.members.findLast((member) => member.at <= at);
  if (member === undefined) return undefined;
  return member.at === at ? { object: node, member } : memberAt(member.value, at);
}

/** The object or array that begins at an offset. */
export function nodeAt(node: JsonNode | undefined, at: Offset): JsonNode | undefined {
  if (node === undefined || node.at === at) return node;
  const inside =
    node.kind === "object" ? node.members.map(({ value }) => value) : node.kind === "array" ? node.items : [];
  return nodeAt(
    inside.findLast((child) => child.at <= at),
    at,
  );
}

export function hasMember(object: JsonObject, key: string): boolean {
  return object.members.some((member) => member.key === key);
}

export function renamed({ at, keyEnd }: JsonMember, key: string): TextEdit {
  return { start: at, end: keyEnd, text: JSON.stringify(key) };
}

export function replaced({ at, end }: JsonNode, json: string): TextEdit {
  return { start: at, end, text: json };
}

/** With the comma and the space that belong to it. */
export function memberRemoved({ members }: JsonObject, member: JsonMember): TextEdit {
  const index = members.indexOf(member);
  const after = members[index + 1];
  if (after !== undefined) return { start: member.at, end: after.at, text: "" };
  return { start: members[index - 1]?.value.end ?? member.at, end: member.value.end, text: "" };
}

/** As the first member, set as those that are there. `value` is JSON with its spaces. */
export function memberInserted(text: string, object: JsonObject, key: string, value: string): TextEdit {
  const [first] = object.members;
  const spaced = `${JSON.stringify(key)}: ${value}`;
  if (first === undefined) return { start: object.at, end: object.end, text: `{ ${spaced} }` };
  const isCompact = text.slice(first.keyEnd, first.value.at) === ":";
  const lead = text.slice(object.at + 1, first.at);
  const member = isCompact ? compact(spaced) : spaced;
  const gap = lead.includes("\n") ? lead : isCompact ? "" : " ";
  return { start: first.at, end: first.at, text: `${member},${gap}` };
}

/** As the last member, set as those that are there; a first one stands on a line of its own where the text has lines. */
export function memberAppended(text: string, object: JsonObject, key: string, value: string): TextEdit {
  const spaced = `${JSON.stringify(key)}: ${value}`;
  const last = object.members.at(-1);
  if (last === undefined)
    return { start: object.at, end: object.end, text: firstMember(text, object, spaced) };
  const before = object.members.at(-2)?.value.end;
  const lead = text.slice(before ?? object.at + 1, last.at).replace(/^\s*,/, "");
  const isCompact = text.slice(last.keyEnd, last.value.at) === ":";
  const gap = lead.includes("\n") ? lead : isCompact ? "" : " ";
  const member = isCompact ? compact(spaced) : spaced;
  return { start: last.value.end, end: last.value.end, text: `,${gap}${member}` };
}

function firstMember(text: string, { at }: JsonObject, spaced: string): string {
  if (!text.includes("\n")) return /\s/.test(text) ? `{ ${spaced} }` : `{${compact(spaced)}}`;
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? "";
  return `{\n${margin}  ${spaced}\n${margin}}`;
}

/** Without its spaces; what is put in has none within its strings. */
function compact(spaced: string): string {
  return spaced.replaceAll(" ", "");
}

/** The object stays, be it empty. */
export function memberTakenOut(object: JsonObject, member: JsonMember): TextEdit {
  return object.members.length === 1 ? replaced(object, "{}") : memberRemoved(object, member);
}
