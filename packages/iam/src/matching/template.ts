// The text of a pattern, taken apart: plain text, wildcards, and `${variables}`.

import type { RequestContext } from "../request.js";

type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "wildcard"; readonly sign: "*" | "?" }
  | Variable;

export interface Variable {
  readonly kind: "variable";
  /** In lower case. */
  readonly key: string;
  /** What stands for a key that the request lacks. */
  readonly fallback?: string;
}

export type Template = readonly TemplatePart[];

const key = String.raw`[A-Za-z0-9][\w./-]*:[\p{L}\p{Z}\p{N}_.:/=+\-@]+`;
const variable = new RegExp(String.raw`\$\{(?:([*?$])|(${key})(?:, ?'([^']*)')?)\}`, "uy");
const wholeKey = new RegExp(`^${key}$`, "u");

/** How a condition key is written: `aws:username`, `aws:RequestTag/cost center`. */
export function isConditionKey(text: string): boolean {
  return wholeKey.test(text);
}

/** Undefined where a `${` is neither a variable nor an escape. Without `variables` (Version 2008-10-17) it is text. */
export function readTemplate(text: string, variables: boolean): Template | undefined {
  const parts: TemplatePart[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") parts.push({ kind: "text", text: plain });
    plain = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "*" || character === "?") {
      flush();
      parts.push({ kind: "wildcard", sign: character });
    } else if (variables && character === "$" && text[at + 1] === "{") {
      variable.lastIndex = at;
      const found = variable.exec(text);
      if (found === null) return undefined;
      const [whole, escape, name, fallback] = found;
      at += whole.length - 1;
      if (name === undefined) {
        plain += escape ?? "";
        continue;
      }
      flush();
      const lower = name.toLowerCase();
      parts.push({ kind: "variable", key: lower, ...(fallback === undefined ? {} : { fallback }) });
    } else plain += character;
  }
  flush();
  return parts;
}

export function hasVariable(template: Template): boolean {
  return template.some(({ kind }) => kind === "variable");
}

/** Undefined for a key that the request lacks, and for one that holds many values: that is no text. */
export function valueOf({ key, fallback }: Variable, context: RequestContext): string | undefined {
  const value = context.get(key);
  if (value === undefined) return fallback;
  return typeof value === "string" ? value : undefined;
}

/** The template with every variable's value as plain text, never as wildcards; undefined where one has no value. */
export function resolveTemplate(template: Template, context: RequestContext): Template | undefined {
  const parts: TemplatePart[] = [];
  for (const part of template) {
    const text = part.kind === "variable" ? valueOf(part, context) : undefined;
    if (part.kind !== "variable") parts.push(part);
    else if (text === undefined) return undefined;
    else parts.push({ kind: "text", text });
  }
  return parts;
}
