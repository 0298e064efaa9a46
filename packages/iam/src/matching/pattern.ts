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

/** Without: `*` and `?` stand for themselves. */
export function exactPattern(template: Template): Pattern {
  return prepared(template, (resolved) => {
    const wanted = resolved.map(plainText).join("");
    return (value) => value === wanted;
  });
}

/** The same in any case. */
export function caselessPattern(template: Template): Pattern {
  return prepared(template, (resolved) => {
    const wanted = resolved.map(plainText).join("").toLowerCase();
    return (value) => value.toLowerCase() === wanted;
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
