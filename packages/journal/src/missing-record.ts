// The order of a journal: revision by revision, without gaps.

import type { Revision } from "./head.js";

/** What is wrong where `found` stands in the place of `expected`; `undefined` where they are the same. */
export function missingRecord(expected: Revision, found: Revision): string | undefined {
  return found === expected ? undefined : `a record is missing: revision ${found} is in its place`;
}
