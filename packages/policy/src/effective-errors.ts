// What is wrong with an effective policy though every policy that it was merged from is right.

import type { Merge } from "./merge.js";
import type { MergeablePolicyType } from "./policy-type.js";

export interface EffectiveError {
  readonly code: "ELEMENTS_TOO_MANY";
  readonly message: string;
  /** Where it stands in the effective policy. */
  readonly path: readonly string[];
  /** The policies that set something there, each once. */
  readonly policies: readonly string[];
}

/** How many members a container may have; `*` in a path is any key. */
interface MembersMax {
  readonly path: readonly string[];
  readonly max: number;
}

/**
 * Limits that merging can break, as far as a source has them. Source of the one here: the log entry
 * `EffectivePolicyValidation` that AWS's guide shows, a backup plan with more than 10 rules.
 */
const limits: Readonly<Partial<Record<MergeablePolicyType, readonly MembersMax[]>>> = {
  BACKUP_POLICY: [{ path: ["plans", "*", "rules"], max: 10 }],
};

const none: readonly EffectiveError[] = [];
// Most accounts share their parent's merge, and a merge is immutable and of one type.
const known = new WeakMap<Merge, readonly EffectiveError[]>();

/** In the order of the document; an empty list where nothing is wrong. */
export function effectiveErrors(type: MergeablePolicyType, merge: Merge): readonly EffectiveError[] {
  const ofType = limits[type];
  if (ofType === undefined) return none;
  const errors = known.get(merge) ?? ofType.flatMap(({ path, max }) => tooMany(merge, path, [], max));
  known.set(merge, errors);
  return errors;
}

function tooMany(
  node: Merge,
  [next, ...rest]: readonly string[],
  path: readonly string[],
  max: number,
): readonly EffectiveError[] {
  const members = [...node.members].filter(([, member]) => member.exists);
  if (next === undefined) {
    return members.slice(max).map(([key, member]) => ({
      code: "ELEMENTS_TOO_MANY",
      message: `'${key}' exceeds the allowed maximum limit ${max}`,
      path: [...path, key],
      policies: [...new Set(settersOf(member))],
    }));
  }
  return members
    .filter(([key]) => next === "*" || key === next)
    .flatMap(([key, member]) => tooMany(member, rest, [...path, key], max));
}

function* settersOf(node: Merge): Generator<string> {
  if (node.setBy !== undefined) yield node.setBy.policy;
  for (const member of node.members.values()) yield* settersOf(member);
}
