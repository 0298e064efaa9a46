// What an inheritance vector is, and the reading of one from JSON: strict, so that a typo cannot weaken a vector.

import { isDeepStrictEqual } from "node:util";
import { isMergeable } from "@withhold/policy";
import type { MergeablePolicyType } from "@withhold/policy";
import { isObject, readMembers } from "../load-vectors.js";

interface VectorPolicy {
  /** Unique in a level; where it occurs again in the vector, it is the same policy attached once more. */
  readonly name: string;
  readonly content: object;
}

interface VectorLevel {
  readonly at: "root" | "ou" | "account";
  /** In attachment order. */
  readonly policies: readonly VectorPolicy[];
}

export interface InheritanceVector {
  readonly id: string;
  readonly source: string;
  readonly policyType: MergeablePolicyType;
  /** The root, up to five OUs, the account. */
  readonly levels: readonly VectorLevel[];
  /** Null where the account has no effective policy. */
  readonly effective: object | null;
}

/** OU levels that an organization allows. */
const unitLevelsMax = 5;

/** Throws, saying what is wrong, unless `value` is a vector to the letter. */
export function readInheritanceVector(value: unknown): InheritanceVector {
  const vector = readMembers(value, ["id", "source", "policyType", "levels", "effective"]);
  const { id, source, policyType, levels, effective } = vector;
  if (typeof id !== "string") throw new Error("`id` is no string");
  if (typeof source !== "string" || source === "") throw new Error("`source` is empty");
  if (typeof policyType !== "string" || !isMergeable(policyType))
    throw new Error("`policyType` does not merge");
  if (effective !== null && !isObject(effective))
    throw new Error("`effective` is neither an object nor null");
  return { id, source, policyType, levels: readLevels(levels), effective };
}

function readLevels(value: unknown): readonly VectorLevel[] {
  if (!Array.isArray(value)) throw new Error("`levels` is not an array");
  const levels = value.map((level: unknown, depth) => readLevel(level, depth, value.length));
  if (levels.length < 2 || levels.length > unitLevelsMax + 2) {
    throw new Error(
      `there are ${levels.length} levels; give the root, at most ${unitLevelsMax} OUs, the account`,
    );
  }
  const contents = new Map<string, object>();
  for (const { name, content } of levels.flatMap(({ policies }) => policies)) {
    if (!isDeepStrictEqual(contents.get(name) ?? content, content))
      throw new Error(`\`${name}\` has two contents`);
    contents.set(name, content);
  }
  return levels;
}

function readLevel(value: unknown, depth: number, count: number): VectorLevel {
  const { at, policies } = readMembers(value, ["at", "policies"]);
  const expected = depth === 0 ? "root" : depth === count - 1 ? "account" : "ou";
  if (at !== expected) throw new Error(`level ${depth} is at \`${String(at)}\`, not \`${expected}\``);
  if (!Array.isArray(policies)) throw new Error(`level ${depth} has no array of policies`);
  const read = policies.map(readPolicy);
  if (new Set(read.map(({ name }) => name)).size < read.length)
    throw new Error(`level ${depth} attaches one twice`);
  return { at: expected, policies: read };
}

function readPolicy(value: unknown): VectorPolicy {
  const { name, content } = readMembers(value, ["name", "content"]);
  if (typeof name !== "string" || name === "") throw new Error("a policy has no name");
  if (!isObject(content)) throw new Error(`the content of \`${name}\` is not an object`);
  return { name, content };
}
