// The effective policy as AWS shows it: the merged document without operators.

import type { Merge } from "./effective-policy.js";

/** JSON text, keys in the order in which they were first set; undefined where nothing is set at all. */
export function effectiveDocument(merge: Merge): string | undefined {
  return merge.exists ? render(merge) : undefined;
}

// Written by hand because an object would reorder numeric keys and lose `__proto__`.
function render(merge: Merge): string {
  if (merge.value !== undefined) return JSON.stringify(merge.value);
  const members: string[] = [];
  for (const [key, member] of merge.members) {
    if (member.exists) members.push(`${JSON.stringify(key)}:${render(member)}`);
  }
  return `{${members.join(",")}}`;
}
