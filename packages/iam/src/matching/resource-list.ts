// `Resource` and `NotResource`: lists of ARNs, by wildcards and variables.

import type { Effect } from "../policy.js";
import type { AccessRequest } from "../request.js";
import { anyMatch, holds } from "./match.js";
import type { Pattern } from "./match.js";
import { likePattern } from "./pattern.js";
import type { Template } from "./template.js";

export interface ResourceList {
  readonly negated: boolean;
  /** `*` is among them. */
  readonly all: boolean;
  readonly patterns: readonly Pattern[];
}

export function compileResources(templates: readonly Template[], negated: boolean): ResourceList {
  return {
    negated,
    all: templates.some(
      ([first, ...rest]) => first?.kind === "wildcard" && first.sign === "*" && rest.length === 0,
    ),
    patterns: templates.map((template) => likePattern(template, "segments")),
  };
}

export function resourcesApply(
  { negated, all, patterns }: ResourceList,
  { resource, context }: AccessRequest,
  effect: Effect,
): boolean {
  return all ? !negated : holds(anyMatch(patterns, resource, context), negated, effect);
}
