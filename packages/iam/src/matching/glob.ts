// Wildcards: `*` for any run of characters, `?` for one.

import type { Template } from "./template.js";

/** UTF-16 code units, and what is negative a wildcard. */
type Token = number;

const anyRun = -1;
const anyOne = -2;
/** The same, but not over a colon. */
const runInSegment = -3;
const oneInSegment = -4;
const colon = 0x3a;

/**
 * How far wildcards reach. `free`: over everything. `segments`, as in `Resource`: within the colons on both sides, save
 * a `*` that ends its segment. `arn`: within the first five parts, and freely in the sixth.
 */
export type GlobReach = "free" | "segments" | "arn";

export type Glob = (text: string) => boolean;

/** Of a template without variables. */
export function compileGlob(template: Template, reach: GlobReach): Glob {
  const tokens = confined(tokensOf(template), reach);
  if (tokens.every((token) => token >= 0 || token === anyRun)) return literalGlob(literalsOf(tokens));
  const wild = tokens.findIndex((token) => token < 0);
  const [head = ""] = literalsOf(tokens.slice(0, wild));
  const rest = Int32Array.from(tokens.slice(wild));
  return (text) => startsWith(text, head) && matches(rest, text, head.length);
}

/** What stands between free runs. */
function literalsOf(tokens: readonly Token[]): readonly string[] {
  const literals = [""];
  for (const token of tokens) {
    if (token === anyRun) literals.push("");
    else literals[literals.length - 1] += String.fromCharCode(token);
  }
  return literals;
}

/** Literals with free runs between them: each is taken where it stands first. */
function literalGlob(literals: readonly string[]): Glob {
  const [head = "", ...others] = literals;
  const tail = others.pop();
  if (tail === undefined) return (text) => text === head;
  if (others.length === 0 && tail === "") return (text) => startsWith(text, head);
  return (text) => {
    if (!startsWith(text, head)) return false;
    let at = head.length;
    for (const literal of others) {
      const found = text.indexOf(literal, at);
      if (found === -1) return false;
      at = found + literal.length;
    }
    return at <= text.length - tail.length && text.endsWith(tail);
  };
}

/** From the end of the prefix, where patterns of one service begin to differ. */
function startsWith(text: string, prefix: string): boolean {
  if (text.length < prefix.length) return false;
  for (let index = prefix.length - 1; index >= 0; index -= 1) {
    if (text.charCodeAt(index) !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

function tokensOf(template: Template): readonly Token[] {
  return template.flatMap((part) => {
    if (part.kind === "wildcard") return part.sign === "*" ? anyRun : anyOne;
    const text = part.kind === "text" ? part.text : "";
    return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  });
}

function confined(tokens: readonly Token[], reach: GlobReach): readonly Token[] {
  if (reach === "free") return tokens;
  let colons = 0;
  return tokens.map((token, index) => {
    if (token === colon) colons += 1;
    const next = tokens[index + 1];
    const isFree = reach === "arn" ? colons >= 5 : token === anyRun && (next === undefined || next === colon);
    if (token >= 0 || isFree) return token;
    return token === anyRun ? runInSegment : oneInSegment;
  });
}

/**
 * Takes each run as short as it can and lengthens the latest on a mismatch. A run within a segment that meets a colon
 * hands over to the latest free run: whatever stands before that one has matched as early as it can.
 */
function matches(tokens: Int32Array, text: string, from: number): boolean {
  const last = tokens.length - 1;
  let at = from;
  let token = 0;
  let free = -1;
  let freeEnd = 0;
  let inner = -1;
  let innerEnd = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    const found = text.charCodeAt(at);
    if (wanted === found) {
      at += 1;
      token += 1;
    } else if (wanted === anyRun) {
      if (token === last) return true;
      free = token;
      freeEnd = at;
      inner = -1;
      token += 1;
    } else if (wanted === runInSegment) {
      inner = token;
      innerEnd = at;
      token += 1;
    } else if (wanted === anyOne || (wanted === oneInSegment && found !== colon)) {
      at += widthAt(text, at);
      token += 1;
    } else if (inner !== -1 && text.charCodeAt(innerEnd) !== colon) {
      innerEnd += widthAt(text, innerEnd);
      at = innerEnd;
      token = inner + 1;
    } else if (free !== -1) {
      token = free + 1;
      freeEnd = nextStart(text, freeEnd + widthAt(text, freeEnd), tokens[token]);
      at = freeEnd;
      inner = -1;
    } else return false;
  }
  while (tokens[token] === anyRun || tokens[token] === runInSegment) token += 1;
  return token === tokens.length;
}

/** Where a run may end: before the literal that follows it, if one does. */
function nextStart(text: string, from: number, following: Token | undefined): number {
  if (following === undefined || following < 0) return from;
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== following) at += 1;
  return at;
}

/** Code units of the character at `at`. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0xd800 || code > 0xdbff || (text.codePointAt(at) ?? 0) <= 0xffff ? 1 : 2;
}
