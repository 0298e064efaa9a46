// Reads YAML with places. Short tags of CloudFormation become the maps that they are short for.

import { positionAt } from "@withhold/policy";
import { Lexer, LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node } from "yaml";
import type { InputDocument, InputNode } from "./input-node.js";
import { InputProblem, SyntaxProblem } from "./input-problem.js";

/** Twice what CloudFormation takes; the parser needs some hundred bytes for each. */
const yamlBytesMax = 2 * 1024 * 1024;
/** The parser recurses, and past some depth ends the process instead of throwing. Brackets; and dashes in one line. */
const depthMax = 64;
/** Each level is indented by a space at least. */
const indentMax = 256;
/** Nodes after aliases are followed: a few lines of aliases of aliases make billions. */
const nodesMax = 500_000;

/** Throws `InputProblem`. */
export function parseYamlDocument(file: string, text: string): InputDocument {
  if (text.length > yamlBytesMax)
    throw new InputProblem(file, `YAML larger than ${yamlBytesMax / 1024 / 1024} MiB; is it the right file?`);
  refuseDepth(file, text);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    // Compares every key with every other; `Reader` does it with a map.
    uniqueKeys: false,
    logLevel: "error",
  });
  const [error] = document.errors;
  if (error !== undefined)
    throw new SyntaxProblem(file, yamlMessage(error.code, error.message), positionAt(text, error.pos[0]));
  if (document.contents === null) throw new InputProblem(file, "the document is empty");
  const root = new Reader(file, text, document).node(document.contents, []);
  return { file, text, isJson: false, root };
}

function yamlMessage(code: string, message: string): string {
  if (code === "MULTIPLE_DOCS") return "holds several YAML documents; give one per file";
  // The parser's own words, in the manner of ours.
  return `no valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
}

function refuseDepth(file: string, text: string): void {
  let at = 0;
  let flow = 0;
  let inLine = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const first = lexeme.charAt(0);
    if (first === "{" || first === "[") flow += lexeme.length === 1 ? 1 : 0;
    else if (first === "}" || first === "]") flow -= lexeme.length === 1 ? 1 : 0;
    else if (first === "\n" || first === "\r") inLine = 0;
    else if (flow === 0 && (lexeme === "-" || lexeme === "?" || lexeme === ":")) inLine += 1;
    const isIndent = first === " " && lexeme.length > indentMax && text.charAt(at - 1) === "\n";
    if (flow > depthMax || inLine > depthMax || (isIndent && lexeme.trim() === ""))
      throw new InputProblem(
        file,
        "nested deeper than any template; is it the right file?",
        positionAt(text, at),
      );
    // Control lexemes of the lexer stand for no text.
    if (first !== "\u0002" && first !== "\u0018" && first !== "\u001f" && first !== "\ufeff")
      at += lexeme.length;
  }
}

class Reader {
  readonly #file: string;
  readonly #text: string;
  readonly #document: Document;
  #nodes = 0;

  constructor(file: string, text: string, document: Document) {
    this.#file = file;
    this.#text = text;
    this.#document = document;
  }

  /** `within` are the anchors that are being followed, lest one holds itself. */
  node(node: Node, within: readonly Node[]): InputNode {
    const [start, end] = node.range ?? [0, 0, 0];
    this.#nodes += 1;
    if (this.#nodes > nodesMax)
      throw this.#problem(
        start,
        "its aliases unfold to more than any template holds; write out what you need",
      );
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target === undefined)
        throw this.#problem(start, `alias \`*${node.source}\` has no anchor above it`);
      if (within.includes(target)) throw this.#problem(start, `alias \`*${node.source}\` holds itself`);
      return this.node(target, [...within, target]);
    }
    return tagged(node.tag, this.#plain(node, start, end, within));
  }

  #plain(
    node: Exclude<Node, { source: string; anchor?: never }>,
    start: number,
    end: number,
    within: readonly Node[],
  ): InputNode {
    if (isMap(node)) return { kind: "map", start, end, members: this.#members(node.items, within) };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as Node, within));
      return { kind: "list", start, end, items };
    }
    if (!isScalar(node))
      throw this.#problem(start, "no JSON has anything like this; write it as a map or a list");
    const { value } = node;
    const isPlain =
      typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null;
    if (!isPlain) throw this.#problem(start, "a value that JSON does not have; write it in quotes");
    const isString = typeof value === "string";
    return { kind: "scalar", start, end, value, text: isString ? value : (node.source ?? String(value)) };
  }

  #members(
    items: readonly { key: unknown; value: unknown }[],
    within: readonly Node[],
  ): Map<string, InputNode> {
    const members = new Map<string, InputNode>();
    const merged: InputNode[] = [];
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      const node: InputNode =
        value === null
          ? { kind: "scalar", start: at, end: at, value: null, text: "" }
          : this.node(value as Node, within);
      if (members.has(name)) throw this.#problem(at, `key \`${name}\` stands here twice; keep one`);
      if (name === "<<") merged.push(...(node.kind === "list" ? node.items : [node]));
      else members.set(name, node);
    }
    for (const node of merged) {
      if (node.kind !== "map") continue;
      for (const [key, value] of node.members) if (!members.has(key)) members.set(key, value);
    }
    return members;
  }

  #problem(at: number, message: string): InputProblem {
    return new InputProblem(this.#file, message, positionAt(this.#text, at));
  }
}

/** `!Ref X` is short for `{ Ref: X }`, `!Sub X` for `{ "Fn::Sub": X }`. */
function tagged(tag: string | undefined, node: InputNode): InputNode {
  if (tag === undefined || !/^![A-Za-z]/.test(tag)) return node;
  const name = tag.slice(1);
  const key = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
  const { start, end } = node;
  return { kind: "map", start, end, members: new Map([[key, node]]) };
}
