// From templates to patterns.

import { compileGlob } from "./glob.js";
import type { Glob, GlobReach } from "./glob.js";
import type { Pattern } from "./match.js";
import { hasVariable, resolveTemplate } from "./template.js";
import type { Template } from "./template.js";

/** With wildcards. */
export function likePattern(template: Template, reach: GlobReach): Pattern {
  return prepared(template, (resolved) => compileGlob(resolved, reach));
}

/** Without: `*` and `?` stand for themselves. `fold` is applied to both sides. */
export function exactPattern(template: Template, fold: (text: string) => string): Pattern {
  return prepared(template, (resolved) => {
    const wanted = fold(resolved.map(plainText).join(""));
    return (value) => fold(value) === wanted;
  });
}

function plainText(part: Template[number]): string {
  if (part.kind === "wildcard") return part.sign;
  return part.kind === "text" ? part.text : "";
}

function prepared(template: Template, compile: (resolved: Template) => Glob): Pattern {
  if (!hasVariable(template)) return compile(template);
  return (value, context) => {
    const resolved = resolveTemplate(template, context);
    return resolved === undefined ? undefined : compile(resolved)(value);
  };
}
