// A strict JSON parser that keeps positions and every member, duplicates included, so that findings can name their place.

/** An offset into the parsed text, in UTF-16 code units. Turn it into a line with `positionAt`. */
export type Offset = number;

export interface JsonMember {
  readonly key: string;
  readonly at: Offset;
  /** Past the closing quote of the key. */
  readonly keyEnd: Offset;
  readonly value: JsonNode;
}

/** Where a node stands: from its first character to past its last. */
interface Span {
  readonly at: Offset;
  readonly end: Offset;
}

export type JsonNode = Span &
  (
    | { readonly kind: "object"; readonly members: readonly JsonMember[] }
    | { readonly kind: "array"; readonly items: readonly JsonNode[] }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "null"; readonly value: null }
  );

export type JsonResult =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly at: Offset; readonly message: string };

/** Deeper than any policy type nests; keeps recursion here and in every walk over the result bounded. */
export const policyDepthMax = 64;

/** Parses RFC 8259 JSON. Total: whatever `text` is, the answer is a tree or the first place that is wrong. */
export function parseJson(text: string): JsonResult {
  try {
    return { ok: true, root: new Parser(text).document() };
  } catch (thrown) {
    if (thrown instanceof JsonProblem) return { ok: false, at: thrown.at, message: thrown.message };
    throw thrown;
  }
}

/** How a node reads in a message: `"optOut"`, `an object`, `an array`. Long values are shortened. */
export function describeJson(node: JsonNode): string {
  switch (node.kind) {
    case "object":
      return node.members.length === 0 ? "an empty object" : "an object";
    case "array":
      return node.items.length === 0 ? "an empty array" : "an array";
    case "string":
      return quote(JSON.stringify(node.value));
    case "number":
    case "boolean":
    case "null":
      return quote(String(node.value));
  }
}

/** User input as messages show it: in backticks, cut to a readable length between characters. */
export function quote(text: string): string {
  return `\`${shorten(text)}\``;
}

/** At most `max` characters, cut between characters. */
export function shorten(text: string, max = 60): string {
  if (text.length <= max) return text;
  // A character takes two code units at most.
  const characters = Array.from(text.slice(0, 2 * max + 2));
  return characters.length > max ? `${characters.slice(0, max - 3).join("")}...` : text;
}

class JsonProblem extends Error {
  readonly at: Offset;
  constructor(at: Offset, message: string) {
    super(message);
    this.at = at;
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plain = /[^"\\\u0000-\u001f]*/y;
const words = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    if (this.#text.startsWith("\ufeff"))
      throw this.#problem("begins with a byte order mark; save it without one");
    this.#space();
    if (this.#at === this.#text.length) throw new JsonProblem(this.#at, "the document is empty");
    const root = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) {
      throw this.#problem(`found ${this.#found()} after the end of the document; keep one JSON object only`);
    }
    return root;
  }

  #value(depth: number): JsonNode {
    if (depth > policyDepthMax)
      throw this.#problem(`nested deeper than ${policyDepthMax} levels; no policy needs that many`);
    const at = this.#at;
    switch (this.#text.charAt(at)) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#stringNode();
      default:
        return this.#word() ?? this.#number();
    }
  }

  #object(depth: number): JsonNode {
    const at = this.#at++;
    const members: JsonMember[] = [];
    this.#space();
    if (this.#take("}")) return { kind: "object", at, end: this.#at, members };
    for (;;) {
      this.#space();
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"')
        throw this.#problem(`found ${this.#found()} where a key in double quotes belongs`);
      const key = this.#string();
      const keyEnd = this.#at;
      this.#space();
      if (!this.#take(":"))
        throw this.#problem(`found ${this.#found()} where \`:\` belongs after key ${quote(key)}`);
      this.#space();
      members.push({ key, at: keyAt, keyEnd, value: this.#value(depth + 1) });
      this.#space();
      if (this.#take("}")) return { kind: "object", at, end: this.#at, members };
      if (!this.#take(",")) throw this.#problem(`found ${this.#found()} where \`,\` or \`}\` belongs`);
    }
  }

  #array(depth: number): JsonNode {
    const at = this.#at++;
    const items: JsonNode[] = [];
    this.#space();
    if (this.#take("]")) return { kind: "array", at, end: this.#at, items };
    for (;;) {
      this.#space();
      items.push(this.#value(depth + 1));
      this.#space();
      if (this.#take("]")) return { kind: "array", at, end: this.#at, items };
      if (!this.#take(",")) throw this.#problem(`found ${this.#found()} where \`,\` or \`]\` belongs`);
    }
  }

  #stringNode(): JsonNode {
    const at = this.#at;
    const value = this.#string();
    return { kind: "string", at, end: this.#at, value };
  }

  #string(): string {
    const start = this.#at++;
    let value = "";
    for (;;) {
      plain.lastIndex = this.#at;
      const run = plain.exec(this.#text)?.[0] ?? "";
      value += run;
      this.#at += run.length;
      if (this.#take('"')) break;
      if (this.#text[this.#at] !== "\\") {
        throw this.#at >= this.#text.length
          ? new JsonProblem(start, "this string is never closed")
          : this.#problem(`found ${this.#found()} inside a string; write it as an escape`);
      }
      value += this.#escape();
    }
    // Storage and hashing need well-formed text; a lone surrogate would be mended silently on the way.
    if (!value.isWellFormed())
      throw new JsonProblem(start, "this string is not well-formed Unicode (a lone surrogate)");
    return value;
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? "";
    const simple = escapes.get(letter);
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const hex = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(hex)) {
      const found = quote(this.#text.slice(this.#at, this.#at + 2));
      const right = "write `\\\\` for a backslash, or `\\u` with four hexadecimal digits";
      throw this.#problem(`unknown escape ${found}; ${right}`);
    }
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #word(): JsonNode | undefined {
    for (const [word, value] of words) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      const at = this.#at;
      this.#at += word.length;
      const end = this.#at;
      return value === null ? { kind: "null", at, end, value } : { kind: "boolean", at, end, value };
    }
    return undefined;
  }

  #number(): JsonNode {
    number.lastIndex = this.#at;
    const digits = number.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#problem(`found ${this.#found()} where a value belongs`);
    const value = Number(digits);
    if (!Number.isFinite(value)) throw this.#problem(`number ${quote(digits)} is out of range`);
    const at = this.#at;
    this.#at += digits.length;
    return { kind: "number", at, end: this.#at, value };
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #found(): string {
    const point = this.#text.codePointAt(this.#at);
    if (point === undefined) return "the end of the text";
    return point < 0x20 || (point >= 0xd800 && point <= 0xdfff) || point === 0xfeff
      ? `character U+${point.toString(16).toUpperCase().padStart(4, "0")}`
      : `\`${String.fromCodePoint(point)}\``;
  }

  #problem(message: string): JsonProblem {
    return new JsonProblem(this.#at, message);
  }
}
