// `Resource` and `NotResource`: lists of ARNs, by wildcards and variables.

import type { Effect } from "../policy.js";
import type { AccessRequest } from "../request.js";
import { anyMatch, holds } from "./match.js";
import { likePattern } from "./pattern.js";
import type { Pattern } from "./pattern.js";
import type { Template } from "./template.js";

export interface ResourceList {
  readonly negated: boolean;
  readonly patterns: readonly Pattern[];
}

export function compileResources(templates: readonly Template[], negated: boolean): ResourceList {
  return { negated, patterns: templates.map((template) => likePattern(template, "segments")) };
}

export function resourcesApply(
  { negated, patterns }: ResourceList,
  { resource, context }: AccessRequest,
  effect: Effect,
): boolean {
  return holds(
    anyMatch(patterns, (pattern) => pattern(resource, context)),
    negated,
    effect,
  );
}
