// A finding: why a policy document is refused, and where.

import type { Offset } from "../json/json-tree.js";

export interface Finding {
  /** JSONPath of the place, such as `$.Statement[0].Condition.Bool['aws:SecureTransport']`. */
  readonly path: string;
  /** Both count from 1; `column` counts UTF-16 code units. */
  readonly position: { readonly line: number; readonly column: number };
  /** What was found and what would be right: lower case, no full stop. */
  readonly message: string;
}

/** With its place. */
export function describeFinding({ path, position: { line, column }, message }: Finding): string {
  return `${path} (line ${line}, column ${column}): ${message}`;
}

/** One a line. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(describeFinding).join("\n");
}

/** More than a person would read; what follows is dropped. */
const findingsMax = 50;

/** Collects the findings of one text. */
export class Findings {
  readonly #text: string;
  readonly #drafts: { readonly path: string; readonly at: Offset; readonly message: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#drafts.length === 0;
  }

  add(path: string, at: Offset, message: string): void {
    if (this.#drafts.length < findingsMax) this.#drafts.push({ path, at, message });
  }

  /** In the order of the text. */
  list(): readonly Finding[] {
    return this.#drafts
      .toSorted((a, b) => a.at - b.at)
      .map(({ path, at, message }) => ({ path, position: this.#position(at), message }));
  }

  #position(at: Offset): Finding["position"] {
    const lines = this.#text.slice(0, at).split(/\r\n|\r|\n/);
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  }
}

/** The path of a member or an item under `path`. */
export function under(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return /^[A-Za-z]\w*$/.test(key)
    ? `${path}.${key}`
    : `${path}['${key.replaceAll(/['\\]/g, String.raw`\$&`)}']`;
}

/** User input as messages show it: in backticks, cut to a readable length between characters. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 200));
  return `\`${characters.length > 80 ? `${characters.slice(0, 77).join("")}...` : text}\``;
}

/** `; write \`Effect\``, where `word` is one of `known` but for its case; else `otherwise`. */
export function caseHint(word: string, known: Iterable<string>, otherwise: string): string {
  const folded = word.toLowerCase();
  for (const right of known) if (right.toLowerCase() === folded) return `; write \`${right}\``;
  return otherwise;
}
