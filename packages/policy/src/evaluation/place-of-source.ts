// From what the merge knows of a source to the place that a report points at.

import type { Keys } from "../json-path.js";
import type { Source } from "../merge.js";
import type { Evaluation } from "./evaluation.js";
import { placeOf } from "./place.js";
import type { Place } from "./place.js";

/** `keys` lead to the operator in the policy's document. */
export function placeOfSource({ index }: Evaluation, { level, policy, at }: Source, keys: Keys): Place {
  const node = index.nodes.get(level);
  const found = index.policies.get(policy);
  if (node === undefined || found === undefined)
    throw new Error(`no policy ${policy} at ${level} in the snapshot`);
  return placeOf(found, node, keys, at);
}
