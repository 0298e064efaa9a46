// `Action` and `NotAction`: lists of actions, by wildcards, in any case.

import { compileGlob } from "./glob.js";
import type { Glob } from "./glob.js";
import { readTemplate } from "./template.js";

export interface ActionList {
  readonly negated: boolean;
  /** `*` is among them. */
  readonly all: boolean;
  /** All lower case. */
  readonly exact: ReadonlySet<string>;
  readonly globs: readonly Glob[];
}

const form = /^(?:\*|\*:\*|[a-z0-9-]+:[\w*?.-]+)$/i;

/** `service:Name` with wildcards in the name, or `*`. */
export function isAction(text: string): boolean {
  return form.test(text);
}

/** Of actions that were checked. */
export function compileActions(actions: readonly string[], negated: boolean): ActionList {
  const folded = actions.map((action) => action.toLowerCase());
  return {
    negated,
    all: folded.includes("*"),
    exact: new Set(folded.filter((action) => !isWild(action))),
    globs: folded.filter(isWild).map((action) => compileGlob(readTemplate(action, false) ?? [], "free")),
  };
}

export function actionsApply({ negated, all, exact, globs }: ActionList, foldedAction: string): boolean {
  if (all || (exact.size > 0 && exact.has(foldedAction))) return !negated;
  for (const glob of globs) if (glob(foldedAction)) return !negated;
  return negated;
}

function isWild(action: string): boolean {
  return /[*?]/.test(action);
}
