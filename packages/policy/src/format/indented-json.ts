// JSON for people: two spaces a level, a member a line.

import type { JsonNode } from "../json.js";
import { minifiedJson } from "./minified-json.js";

/** Keeps every member in its order, duplicates included. Lists of single values stand on one line. */
export function indentedJson(node: JsonNode, margin = ""): string {
  const inner = `${margin}  `;
  if (node.kind === "array") {
    if (node.items.every(({ kind }) => kind !== "object" && kind !== "array"))
      return `[${node.items.map(minifiedJson).join(", ")}]`;
    const lines = node.items.map((item) => `${inner}${indentedJson(item, inner)}`);
    return `[\n${lines.join(",\n")}\n${margin}]`;
  }
  if (node.kind !== "object" || node.members.length === 0) return minifiedJson(node);
  const lines = node.members.map(
    ({ key, value }) => `${inner}${JSON.stringify(key)}: ${indentedJson(value, inner)}`,
  );
  return `{\n${lines.join(",\n")}\n${margin}}`;
}
