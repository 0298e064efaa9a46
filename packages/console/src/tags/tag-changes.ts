// What is to be called so that a resource has the tags of the editor.

import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface TagChanges {
  /** New ones and those with another value. */
  readonly put: readonly Tag[];
  readonly removedKeys: readonly string[];
}

export function tagChanges(before: readonly Tag[], edited: readonly TagEditorProps.Tag[]): TagChanges {
  const values = new Map(before.map(({ Key, Value }) => [Key, Value]));
  const kept = edited.filter(({ markedForRemoval }) => markedForRemoval !== true);
  const keys = new Set(kept.map(({ key }) => key));
  return {
    put: kept
      .filter(({ key, value }) => values.get(key) !== value)
      .map(({ key, value }) => ({ Key: key, Value: value })),
    removedKeys: before.map(({ Key }) => Key).filter((key) => !keys.has(key)),
  };
}

export function editedTags(tags: readonly Tag[]): readonly TagEditorProps.Tag[] {
  return tags.map(({ Key, Value }) => ({ key: Key, value: Value, existing: true }));
}

/** The `Tags` of a call that creates; left out where there are none. */
export function newTags(edited: readonly TagEditorProps.Tag[]): { readonly Tags?: Tag[] } {
  const { put } = tagChanges([], edited);
  return put.length === 0 ? {} : { Tags: [...put] };
}
