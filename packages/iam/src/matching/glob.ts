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

/** `free`: wildcards stand for everything. `segments`: as in `Resource`, where only a `*` that ends its segment does. */
export type GlobReach = "free" | "segments";

export type Glob = (text: string) => boolean;

/** Of a template without variables. */
export function compileGlob(template: Template, reach: GlobReach): Glob {
  const tokens = tokensOf(template);
  if (reach === "segments") confine(tokens);
  const wild = tokens.findIndex((token) => token < 0);
  const [first] = template;
  const prefix = first?.kind === "text" ? first.text : "";
  if (wild === -1) {
    const whole = template.map((part) => (part.kind === "text" ? part.text : "")).join("");
    return (text) => text === whole;
  }
  if (wild === tokens.length - 1 && tokens[wild] === anyRun && prefix.length === wild) {
    return (text) => text.startsWith(prefix);
  }
  return (text) => text.startsWith(prefix) && matches(tokens, text);
}

function tokensOf(template: Template): Token[] {
  const tokens: Token[] = [];
  for (const part of template) {
    if (part.kind === "wildcard") tokens.push(part.sign === "*" ? anyRun : anyOne);
    else if (part.kind === "text") {
      for (let index = 0; index < part.text.length; index += 1) tokens.push(part.text.charCodeAt(index));
    }
  }
  return tokens;
}

/** Keeps wildcards within their segment, save a `*` that ends one. */
function confine(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token === anyOne) tokens[index] = oneInSegment;
    else if (token === anyRun && next !== undefined && next !== colon) tokens[index] = runInSegment;
  }
}

/**
 * Takes each run as short as it can and lengthens the latest on a mismatch. A run within a segment that meets a colon
 * hands over to the latest free run: whatever stands before that one has matched as early as it can.
 */
function matches(tokens: readonly Token[], text: string): boolean {
  let at = 0;
  let token = 0;
  let free = -1;
  let freeEnd = 0;
  let inner = -1;
  let innerEnd = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    const found = text.charCodeAt(at);
    if (wanted === anyRun) {
      free = token;
      freeEnd = at;
      inner = -1;
      token += 1;
    } else if (wanted === runInSegment) {
      inner = token;
      innerEnd = at;
      token += 1;
    } else if (wanted === found) {
      at += 1;
      token += 1;
    } else if (wanted === anyOne || (wanted === oneInSegment && found !== colon)) {
      at += widthAt(text, at);
      token += 1;
    } else if (inner !== -1 && text.charCodeAt(innerEnd) !== colon) {
      innerEnd += widthAt(text, innerEnd);
      at = innerEnd;
      token = inner + 1;
    } else if (free !== -1) {
      freeEnd += widthAt(text, freeEnd);
      at = freeEnd;
      token = free + 1;
      inner = -1;
    } else return false;
  }
  while (tokens[token] === anyRun || tokens[token] === runInSegment) token += 1;
  return token === tokens.length;
}

/** Code units of the character at `at`. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
