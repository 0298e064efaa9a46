// JSON with the place of everything in it: the grammar is walked here, and what a token means is left to `JSON.parse`.

/** An offset into the text, in UTF-16 code units. */
export type Offset = number;

export interface JsonMember {
  readonly key: string;
  readonly at: Offset;
  readonly value: JsonTree;
}

export type JsonTree =
  | { readonly kind: "object"; readonly at: Offset; readonly members: readonly JsonMember[] }
  | { readonly kind: "array"; readonly at: Offset; readonly items: readonly JsonTree[] }
  | { readonly kind: "string"; readonly at: Offset; readonly text: string }
  /** `text` as written, so that no digit is lost. */
  | { readonly kind: "number" | "boolean"; readonly at: Offset; readonly text: string }
  | { readonly kind: "null"; readonly at: Offset };

export type JsonReading =
  | { readonly ok: true; readonly root: JsonTree }
  | { readonly ok: false; readonly at: Offset; readonly message: string };

/** No policy nests deeper than 7; keeps the recursion bounded. */
const depthMax = 32;

/** Total: a tree with every member, duplicates included, or the first place that is no JSON. */
export function readJson(text: string): JsonReading {
  const cursor: Cursor = { text, at: 0 };
  try {
    const root = readValue(cursor, 0);
    if (skipSpace(cursor) !== undefined)
      throw new NotJson(cursor.at, "more text after the end of the policy");
    return { ok: true, root };
  } catch (thrown) {
    if (thrown instanceof NotJson) return { ok: false, at: thrown.at, message: thrown.message };
    throw thrown;
  }
}

class NotJson extends Error {
  readonly at: Offset;
  constructor(at: Offset, message: string) {
    super(message);
    this.at = at;
  }
}

interface Cursor {
  readonly text: string;
  at: Offset;
}

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readValue(cursor: Cursor, depth: number): JsonTree {
  const first = skipSpace(cursor);
  const { at } = cursor;
  if (depth > depthMax)
    throw new NotJson(at, `nested deeper than ${depthMax} levels; no policy needs that many`);
  if (first === "{")
    return { kind: "object", at, members: readList(cursor, "}", () => readMember(cursor, depth)) };
  if (first === "[") {
    return { kind: "array", at, items: readList(cursor, "]", () => readValue(cursor, depth + 1)) };
  }
  const token = readScalar(cursor);
  if (token.startsWith('"')) return { kind: "string", at, text: decode(token, at) };
  if (token === "null") return { kind: "null", at };
  return { kind: token === "true" || token === "false" ? "boolean" : "number", at, text: token };
}

function readMember(cursor: Cursor, depth: number): JsonMember {
  const { at } = cursor;
  if (cursor.text[at] !== '"') throw new NotJson(at, "a key in double quotes belongs here");
  const key = decode(readScalar(cursor), at);
  if (skipSpace(cursor) !== ":") throw new NotJson(cursor.at, "`:` belongs after the key");
  cursor.at += 1;
  return { key, at, value: readValue(cursor, depth + 1) };
}

/** What stands between the bracket under the cursor and `close`, each read by `readOne`. */
function readList<T>(cursor: Cursor, close: "}" | "]", readOne: () => T): readonly T[] {
  const list: T[] = [];
  cursor.at += 1;
  if (skipSpace(cursor) !== close) {
    for (;;) {
      list.push(readOne());
      const next = skipSpace(cursor);
      if (next === close) break;
      if (next !== ",") throw new NotJson(cursor.at, `\`,\` or \`${close}\` belongs here`);
      cursor.at += 1;
      skipSpace(cursor);
    }
  }
  cursor.at += 1;
  return list;
}

function readScalar(cursor: Cursor): string {
  scalar.lastIndex = cursor.at;
  const token = scalar.exec(cursor.text)?.[0];
  if (token === undefined) {
    const isString = cursor.text[cursor.at] === '"';
    throw new NotJson(
      cursor.at,
      isString ? "a string that is not closed, or holds what must be escaped" : "a value belongs here",
    );
  }
  cursor.at += token.length;
  return token;
}

function decode(token: string, at: Offset): string {
  const text = JSON.parse(token) as string;
  if (!text.isWellFormed()) throw new NotJson(at, "not well-formed Unicode (a lone surrogate)");
  return text;
}

/** The character behind white space; undefined at the end. */
function skipSpace(cursor: Cursor): string | undefined {
  space.lastIndex = cursor.at;
  cursor.at += space.exec(cursor.text)?.[0].length ?? 0;
  return cursor.text[cursor.at];
}
