// Reads JSON with places.

import { parseJson, positionAt } from "@withhold/policy";
import type { InputDocument, InputNode } from "./input-node.js";
import { InputProblem } from "./input-problem.js";

type JsonNode = Extract<ReturnType<typeof parseJson>, { readonly ok: true }>["root"];

/** Throws `InputProblem`. */
export function parseJsonDocument(file: string, text: string): InputDocument {
  const result = parseJson(text);
  if (!result.ok) throw new InputProblem(file, result.message, positionAt(text, result.at));
  return { file, text, isJson: true, root: inputNode(file, text, result.root) };
}

function inputNode(file: string, text: string, node: JsonNode): InputNode {
  const start = node.at;
  switch (node.kind) {
    case "object": {
      const members = new Map<string, InputNode>();
      let end = start + 1;
      for (const { key, at, value } of node.members) {
        if (members.has(key))
          throw new InputProblem(file, `key \`${key}\` stands here twice; keep one`, positionAt(text, at));
        const member = inputNode(file, text, value);
        members.set(key, member);
        end = member.end;
      }
      return { kind: "map", start, end: text.indexOf("}", end) + 1, members };
    }
    case "array": {
      const items = node.items.map((item) => inputNode(file, text, item));
      const end = text.indexOf("]", items.at(-1)?.end ?? start) + 1;
      return { kind: "list", start, end, items };
    }
    case "string": {
      const end = stringEnd(text, start);
      return { kind: "scalar", start, end, value: node.value, text: node.value };
    }
    case "number":
    case "boolean":
    case "null":
      return {
        kind: "scalar",
        start,
        end: wordEnd(text, start),
        value: node.value,
        text: String(node.value),
      };
  }
}

const string = /"(?:[^"\\]|\\.)*"/y;
const word = /[^\s,\]}]+/y;

function stringEnd(text: string, start: number): number {
  string.lastIndex = start;
  return string.test(text) ? string.lastIndex : start;
}

function wordEnd(text: string, start: number): number {
  word.lastIndex = start;
  return word.test(text) ? word.lastIndex : start;
}
