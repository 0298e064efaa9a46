// To how many users and roles of an account each managed policy is attached.

import type { AccountDirectory } from "./state/account-directory.js";

/** By policy id; none where it is attached to nothing. */
export function attachmentCounts({ users, roles }: AccountDirectory): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const roster of [users, roles]) {
    for (const { attached } of roster.values()) {
      for (const { id } of attached.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
