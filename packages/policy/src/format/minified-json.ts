// JSON without a character to spare: no white space, no escape that need not be.

import type { JsonNode } from "../json.js";

/** Keeps every member in its order, duplicates included. */
export function minifiedJson(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return `{${node.members.map(({ key, value }) => `${JSON.stringify(key)}:${minifiedJson(value)}`).join(",")}}`;
    case "array":
      return `[${node.items.map(minifiedJson).join(",")}]`;
    case "string":
    case "number":
    case "boolean":
    case "null":
      return JSON.stringify(node.value);
  }
}
