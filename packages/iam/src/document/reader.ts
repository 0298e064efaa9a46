// What every part of a document is read with: where to report, and the small shapes that recur.

import type { JsonMember, JsonTree } from "../json/json-tree.js";
import { caseHint, quoted, under } from "./finding.js";
import type { Findings } from "./finding.js";
import type { KindRules } from "./policy-kind.js";

/** What holds for a whole document. */
export interface Reader {
  /** Of the policy. */
  readonly name: string;
  readonly findings: Findings;
  readonly rules: KindRules;
  /** Version 2012-10-17: `${…}` is a variable. */
  readonly variables: boolean;
}

/** A string with its place. */
export interface Located {
  readonly text: string;
  readonly at: number;
  readonly path: string;
}

/** How a value reads in a message. */
export function described(tree: JsonTree): string {
  switch (tree.kind) {
    case "object":
      return "an object";
    case "array":
      return "an array";
    case "string":
      return quoted(JSON.stringify(tree.text));
    case "number":
    case "boolean":
      return quoted(tree.text);
    case "null":
      return "`null`";
  }
}

/** The members of an object by key. Reports keys that are not `known`, and keys that stand twice. */
export function readMembers(
  members: readonly JsonMember[],
  path: string,
  known: readonly string[],
  findings: Findings,
): ReadonlyMap<string, JsonMember> {
  const byKey = uniqueMembers(members, path, findings);
  for (const { key, at } of byKey.values()) {
    if (known.includes(key)) continue;
    const right = caseHint(key, known, `; here stand ${known.map((name) => `\`${name}\``).join(", ")}`);
    findings.add(under(path, key), at, `unknown element ${quoted(key)}${right}`);
  }
  return byKey;
}

/** By key, the first of each; reports the others. */
export function uniqueMembers(
  members: readonly JsonMember[],
  path: string,
  findings: Findings,
): ReadonlyMap<string, JsonMember> {
  const byKey = new Map<string, JsonMember>();
  for (const member of members) {
    if (!byKey.has(member.key)) byKey.set(member.key, member);
    else findings.add(under(path, member.key), member.at, `key ${quoted(member.key)} stands twice; keep one`);
  }
  return byKey;
}

/** A string, or an array of at least one; anything else is reported. `orScalars` takes numbers and booleans as text. */
export function readTexts(
  tree: JsonTree,
  path: string,
  findings: Findings,
  orScalars: "strings" | "scalars" = "strings",
): readonly Located[] {
  const items = tree.kind === "array" ? tree.items : [tree];
  if (items.length === 0)
    findings.add(path, tree.at, "an empty array; give at least one value, or leave the key out");
  return items.flatMap((item, index) => {
    const itsPath = tree.kind === "array" ? under(path, index) : path;
    const isScalar = orScalars === "scalars" && (item.kind === "number" || item.kind === "boolean");
    if (item.kind === "string" || isScalar) return [{ text: item.text, at: item.at, path: itsPath }];
    findings.add(itsPath, item.at, `found ${described(item)}; a string belongs here`);
    return [];
  });
}
