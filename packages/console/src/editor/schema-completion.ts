// Completion in the JSON editor: where the cursor stands, and what the schema has for that place.

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { keyOptions, valueOptions } from "./schema-options.js";
import type { SchemaOption, SchemaPath } from "./schema-options.js";

export function schemaCompletion(schema: object) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    const text = state.sliceDoc(0, pos);
    const word = /"?[@\w-]*$/.exec(text)?.[0] ?? "";
    if (word === "" && !explicit) return null;
    const from = pos - word.length;
    // Brackets are closed as they are opened: the quote behind the cursor is part of what is completed.
    const to = state.sliceDoc(pos, pos + 1) === '"' && word.startsWith('"') ? pos + 1 : pos;
    const options = optionsAt(schema, state, node, from, to);
    return options.length === 0 ? null : { from, to, options, filter: true };
  };
}

function optionsAt(
  schema: object,
  state: EditorState,
  node: SyntaxNode,
  from: number,
  to: number,
): readonly Completion[] {
  const before = state.sliceDoc(0, from).trimEnd();
  const path = pathOf(state, node);
  if (before.endsWith(":"))
    return valueOptions(schema, path).map((option) => completion(option, option.json));
  const container = containerOf(node);
  if (container?.name === "Array")
    return valueOptions(schema, path).map((option) => completion(option, option.json));
  if (container?.name !== "Object" || !/[{,]$/.test(before)) return [];
  const objectPath = pathOf(state, container);
  const hasValue = /^\s*:/.test(state.sliceDoc(to, to + 200));
  return keyOptions(schema, objectPath, keysOf(state, container, from)).map((option) =>
    completion(option, hasValue ? option.json : `${option.json}: ${option.value ?? ""}`),
  );
}

/** Labels carry the quotes that are typed, so that they match what stands there. */
function completion({ description, json }: SchemaOption, apply: string): Completion {
  return { label: json, apply, ...(description === undefined ? {} : { info: description }) };
}

function containerOf(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === "Object" || at.name === "Array") return at;
  }
  return null;
}

function pathOf(state: EditorState, node: SyntaxNode): SchemaPath {
  const path: (string | number)[] = [];
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    const key = at.name === "Property" ? keyOf(state, at) : undefined;
    if (key !== undefined) path.unshift(key);
    if (at.name === "Array") path.unshift(0);
  }
  return path;
}

function keysOf(state: EditorState, object: SyntaxNode, except: number): readonly string[] {
  return object.getChildren("Property").flatMap((property) => {
    const key = property.from === except ? undefined : keyOf(state, property);
    return key === undefined ? [] : [key];
  });
}

function keyOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild("PropertyName");
  return name === null ? undefined : state.sliceDoc(name.from, name.to).replaceAll('"', "");
}
