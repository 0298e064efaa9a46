// Tags as requests give them.

import { identityFault } from "./fault.js";
import type { TagPair } from "./events.js";
import { iamQuotas } from "./iam-quotas.js";

interface RequestTag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

/** As events have them. */
export function requestTags(tags: readonly RequestTag[] | undefined): readonly TagPair[] {
  return (tags ?? []).map(({ Key = "", Value = "" }) => ({ key: Key, value: Value }));
}

/** Refuses keys that stand twice, as keys do not differ by case alone, and more than an entity may carry with `held`. */
export function checkRequestTags(tags: readonly TagPair[], held: Iterable<TagPair> = []): void {
  const keys = new Set<string>();
  for (const { key } of tags) {
    const folded = key.toLowerCase();
    if (keys.has(folded)) identityFault("InvalidInput", `the tag key \`${key}\` stands twice; give it once`);
    keys.add(folded);
  }
  for (const { key } of held) keys.add(key.toLowerCase());
  if (keys.size <= iamQuotas.tagsMax) return;
  identityFault("LimitExceeded", `that would be ${keys.size} tags, and ${iamQuotas.tagsMax} are allowed`);
}
