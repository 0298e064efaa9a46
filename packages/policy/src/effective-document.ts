// The effective policy as AWS shows it: the merged document without operators.

import type { Merge } from "./merge.js";

/** JSON text, keys in the order in which the chain first named them, be it with a lock alone; undefined where nothing is set at all. */
export function effectiveDocument(merge: Merge): string | undefined {
  return merge.exists ? merge.text : undefined;
}
