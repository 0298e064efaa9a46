// A document of JSON or YAML as one tree with places, so that what reads templates need not care which it was.

import { positionAt } from "@withhold/policy";
import { InputProblem } from "./input-problem.js";

/** `start` and `end` are offsets into the text; `end` is not part of the node. */
export type InputNode = InputMap | InputList | InputScalar;

interface InputMap {
  readonly kind: "map";
  readonly start: number;
  readonly end: number;
  readonly members: ReadonlyMap<string, InputNode>;
}

interface InputList {
  readonly kind: "list";
  readonly start: number;
  readonly end: number;
  readonly items: readonly InputNode[];
}

interface InputScalar {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
  /** As it was written: an account id without quotes is a number to YAML, and keeps its zeros here. */
  readonly text: string;
}

export interface InputDocument {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  readonly isJson: boolean;
  readonly root: InputNode;
}

const nothing: ReadonlyMap<string, InputNode> = new Map();

/** Empty where the node is no map. */
export function membersOf(node: InputNode | undefined): ReadonlyMap<string, InputNode> {
  return node?.kind === "map" ? node.members : nothing;
}

export function memberOf(node: InputNode | undefined, ...keys: readonly string[]): InputNode | undefined {
  return keys.reduce<InputNode | undefined>((at, key) => membersOf(at).get(key), node);
}

/** Empty where the node is no list. */
export function itemsOf(node: InputNode | undefined): readonly InputNode[] {
  return node?.kind === "list" ? node.items : [];
}

/** The text of a string or number; `undefined` for anything else. */
export function textOf(node: InputNode | undefined): string | undefined {
  if (node?.kind !== "scalar") return undefined;
  return typeof node.value === "string" || typeof node.value === "number" ? node.text : undefined;
}

/** What `JSON.parse` gives for the same document in JSON. */
export function valueOf(node: InputNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(valueOf);
    case "map":
      return Object.fromEntries(Array.from(node.members, ([key, value]) => [key, valueOf(value)]));
  }
}

/** A problem with this node of the document. */
export function problemAt(
  { file, text }: InputDocument,
  { start }: InputNode,
  message: string,
): InputProblem {
  return new InputProblem(file, message, positionAt(text, start));
}
