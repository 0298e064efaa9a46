// The content of a policy as lines with what is wrong or doubtful at each.

import { isMergeable, lintPolicy, parsePolicy } from "@withhold/policy";
import type { Finding } from "@withhold/policy";
import { aiOptOutType } from "../paths.js";

export interface ContentLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** `formatted`: indented, for reading; `stored`: as it was written, to the character. */
export type ContentForm = "formatted" | "stored";

/** Text that is no JSON, or whose keys would not survive, stays as it is stored. */
export function contentText(stored: string, form: ContentForm): string {
  if (form === "stored") return stored;
  try {
    const value: unknown = JSON.parse(stored);
    const formatted = JSON.stringify(value, undefined, 2);
    return keepsEverything(stored, formatted) ? formatted : stored;
  } catch {
    return stored;
  }
}

/** White space outside strings is all that may differ: parsing would lose doubled keys and reorder numeric ones. */
function keepsEverything(stored: string, formatted: string): boolean {
  return withoutSpace(stored) === withoutSpace(formatted);
}

function withoutSpace(json: string): string {
  return json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string: string | undefined) => string ?? "");
}

/** Lines of `contentText`. That indenting makes it longer than the limit is no finding: it is kept as it was stored. */
export function contentLines(stored: string, form: ContentForm, type: string): readonly ContentLine[] {
  const text = contentText(stored, form);
  const findings = [
    ...findingsIn(stored, type).filter((finding) => isSize(finding)),
    ...findingsIn(text, type).filter((finding) => !isSize(finding)),
  ];
  const lines = text.split(/\r\n|\r|\n/);
  // The end of the text is no line to read.
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => ({
    number: index + 1,
    text: line,
    findings: findings.filter(({ position }) => Math.min(position.line, lines.length) === index + 1),
  }));
}

function isSize({ rule }: Finding): boolean {
  return rule === "size-limit";
}

/** Of types that do not merge nothing is known here. */
function findingsIn(text: string, type: string): readonly Finding[] {
  if (type === aiOptOutType) return lintPolicy(text);
  return isMergeable(type) ? parsePolicy(text, { type }).findings : [];
}
