// Reading the tags of a node, and saving them as they were edited.

import {
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { useChange } from "../api/change.js";
import { allPages } from "../api/pages.js";
import { inTurn } from "../api/partly-made.js";
import type { CliCall } from "../elements/show-cli.js";
import { useApi } from "../session/session-context.js";
import { editedTags, tagChanges } from "./tag-changes.js";
import type { Tag } from "./tag-changes.js";
import type { EditedTags } from "./tags-editor.js";

/** A root, an OU, an account or a policy. */
export interface Tagged {
  readonly id: string;
  readonly name: string;
}

const tagsKey = (id: string): readonly string[] => ["tags", id];

export function useTags(id: string): UseQueryResult<readonly Tag[]> {
  const api = useApi();
  return useQuery({
    queryKey: tagsKey(id),
    queryFn: async () => {
      const tags = await allPages(
        async (page) =>
          api.organizations((client) =>
            client.send(new ListTagsForResourceCommand({ ResourceId: id, ...page })),
          ),
        ({ Tags }) => Tags,
      );
      return tags.map(({ Key = "", Value = "" }) => ({ Key, Value }));
    },
  });
}

interface TagsChange {
  /** Undefined while the tags are being read. */
  readonly value: EditedTags | undefined;
  readonly edit: (value: EditedTags) => void;
  readonly save: () => Promise<unknown>;
  readonly isSaving: boolean;
  readonly error: ApiError | undefined;
  readonly readError: ApiError | undefined;
  readonly cli: readonly CliCall[];
  readonly because: string | undefined;
}

export function useTagsChange({ id, name }: Tagged): TagsChange {
  const { data: before, error: readError } = useTags(id);
  const [edited, setEdited] = useState<EditedTags>();
  const value = edited ?? (before && { tags: editedTags(before), because: undefined });
  const { put, removedKeys } = tagChanges(before ?? [], value?.tags ?? []);
  const tag = { ResourceId: id, Tags: [...put] };
  const untag = { ResourceId: id, TagKeys: [...removedKeys] };
  const calls: readonly CliCall[] = [
    ...(removedKeys.length > 0 ? [{ operation: "UntagResource", input: untag }] : []),
    ...(put.length > 0 ? [{ operation: "TagResource", input: tag }] : []),
  ];
  const change = useChange({
    call: async (api, asked: { readonly tag: typeof tag; readonly untag: typeof untag }) => {
      // First, so that a full resource has room for the new ones.
      const removal = async (): Promise<unknown> =>
        api.organizations((client) => client.send(new UntagResourceCommand(asked.untag)));
      const addition = async (): Promise<unknown> =>
        api.organizations((client) => client.send(new TagResourceCommand(asked.tag)));
      return inTurn(
        [
          ...(asked.untag.TagKeys.length > 0 ? [removal] : []),
          ...(asked.tag.Tags.length > 0 ? [addition] : []),
        ],
        async (step) => step(),
        () => "tags were removed",
      );
    },
    done: () => `Tags of ${name} saved`,
    changes: [tagsKey(id)],
  });
  return {
    value,
    edit: setEdited,
    save: async () => change.make({ tag, untag }),
    isSaving: change.isMaking,
    error: change.error,
    readError: readError === null ? undefined : apiError(readError),
    cli: calls,
    because: value?.because ?? (calls.length === 0 ? "Nothing has changed yet" : undefined),
  };
}
