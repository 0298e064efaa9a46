// The text of a policy of any type: what is wrong with it, how large it is, how it is stored.

import {
  aiOptOutCharactersMax,
  characterCount,
  formatPolicy,
  indentedJson,
  isMergeable,
  lintPolicy,
  minifiedJson,
  parseJson,
  parsePolicy,
  positionAt,
} from "@withhold/policy";
import type { Finding } from "@withhold/policy";
import { aiOptOutType } from "../paths.js";

/** How a new policy of the type begins. */
export function beginningOf(type: string): string {
  return type === aiOptOutType ? '{\n  "services": {}\n}\n' : "{\n  \n}\n";
}

/** In the order of the text. Policies that authorize are checked for their syntax alone: the server knows their rules. */
export function findingsOf(type: string, text: string): readonly Finding[] {
  if (type === aiOptOutType) return lintPolicy(text);
  if (isMergeable(type)) return parsePolicy(text, { type }).findings;
  const json = parseJson(text);
  if (json.ok) return [];
  const { at, message } = json;
  return [{ rule: "json-syntax", severity: "error", path: "$", position: positionAt(text, at), message }];
}

/** The first error for which the server refuses the text for certain. A service that we do not know may be one of its own. */
export function firstObstacle(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ severity, rule }) => severity === "error" && rule !== "unknown-service");
}

/** Characters as the API counts them. */
export interface PolicySize {
  readonly written: number;
  /** Absent where the text is no JSON. */
  readonly minified: number | undefined;
  /** Absent where only the server knows it. */
  readonly max: number | undefined;
}

export function sizeOf(type: string, text: string): PolicySize {
  const minified = minifiedText(text);
  return {
    written: characterCount(text),
    minified: minified === undefined ? undefined : characterCount(minified),
    max: type === aiOptOutType ? aiOptOutCharactersMax : undefined,
  };
}

/** What the API gets: without white space where that is wanted and can be. */
export function storedText(text: string, isMinified: boolean): string {
  return (isMinified ? minifiedText(text) : undefined) ?? text;
}

/** Every member in its order; undefined where the text is no JSON. */
export function minifiedText(text: string): string | undefined {
  const json = parseJson(text);
  return json.ok ? minifiedJson(json.root) : undefined;
}

/** The canonical form; of other types, the same members on lines of their own. Undefined where it cannot be. */
export function formattedText(type: string, text: string): string | undefined {
  if (type === aiOptOutType) {
    const formatted = formatPolicy(text);
    return formatted.ok ? formatted.text : undefined;
  }
  return indentedText(text);
}

/** Every member in its order, one a line; undefined where the text is no JSON. */
export function indentedText(text: string): string | undefined {
  const json = parseJson(text);
  return json.ok ? `${indentedJson(json.root)}\n` : undefined;
}
