// The text of a pattern, taken apart: plain text, wildcards, and `${variables}`.

import type { RequestContext } from "../request.js";

export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "wildcard"; readonly sign: "*" | "?" }
  /** `key` in lower case; `fallback` is what stands for a key that the request lacks. */
  | { readonly kind: "variable"; readonly key: string; readonly fallback?: string };

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

/** The template with every variable's value as plain text, never as wildcards; undefined where one has no value. */
export function resolveTemplate(template: Template, context: RequestContext): Template | undefined {
  const parts: TemplatePart[] = [];
  for (const part of template) {
    if (part.kind !== "variable") {
      parts.push(part);
      continue;
    }
    const value = context.get(part.key);
    // A key that holds many values is no text.
    const text = typeof value === "string" ? value : value === undefined ? part.fallback : undefined;
    if (text === undefined) return undefined;
    parts.push({ kind: "text", text });
  }
  return parts;
}
