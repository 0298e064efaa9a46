// Tags of a resource, before and after somebody edited them: what is to be put and what removed.

import type { Tag } from "@aws-sdk/client-organizations";

/** As the tag editor holds it. */
export interface EditedTag {
  readonly key: string;
  readonly value: string;
  /** The resource has it already. */
  readonly existing: boolean;
  readonly markedForRemoval?: boolean;
}

export interface TagChanges {
  readonly put: readonly { readonly Key: string; readonly Value: string }[];
  readonly removed: readonly string[];
}

export function editedTags(tags: readonly Tag[]): readonly EditedTag[] {
  return tags.map(({ Key: key = "", Value: value = "" }) => ({ key, value, existing: true }));
}

/** A key that is removed and added again is only put. */
export function tagChanges(before: readonly Tag[], edited: readonly EditedTag[]): TagChanges {
  const kept = new Map(
    edited.filter(({ markedForRemoval: isGone }) => isGone !== true).map(({ key, value }) => [key, value]),
  );
  const had = new Map(before.map(({ Key: key = "", Value: value = "" }) => [key, value]));
  return {
    put: [...kept].filter(([key, value]) => had.get(key) !== value).map(([Key, Value]) => ({ Key, Value })),
    removed: [...had.keys()].filter((key) => !kept.has(key)),
  };
}
