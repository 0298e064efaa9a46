// The tags of a node, or of a policy.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ResourceTable } from "../elements/resource-table.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { TagsDialog } from "./tags-dialog.js";
import type { Tag } from "./tag-changes.js";
import { useTags } from "./use-tags-change.js";
import type { Tagged } from "./use-tags-change.js";

const columns: readonly ResourceColumn<Tag>[] = [
  { id: "key", header: "Key", value: ({ Key }) => Key, isRowHeader: true },
  { id: "value", header: "Value", value: ({ Value }) => Value },
];
const keyOf = ({ Key }: Tag): string => Key;
const noTags: readonly Tag[] = [];

interface TagsTabProps {
  readonly node: Tagged;
  /** Why they cannot be edited; undefined where they can. */
  readonly because?: string | undefined;
}

export function TagsTab({ node, because }: TagsTabProps): ReactElement {
  const { data, error, isPending } = useTags(node.id);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <SpaceBetween size="m">
      <ErrorAlert error={error === null ? undefined : apiError(error)} header="The tags could not be read" />
      {error === null && (
        <ResourceTable
          noun={["tag", "tags"]}
          name="tags"
          title="Tags"
          variant="borderless"
          items={data ?? noTags}
          idOf={keyOf}
          columns={columns}
          isLoading={isPending}
          empty={<Box color="inherit">There are no tags yet. Choose Manage tags to add one.</Box>}
          actions={
            <ActionButton
              operation="TagResource"
              input={{ ResourceId: node.id }}
              because={because}
              onClick={() => setIsEditing(true)}
            >
              Manage tags
            </ActionButton>
          }
        />
      )}
      {isEditing && <TagsDialog node={node} onClose={() => setIsEditing(false)} />}
    </SpaceBetween>
  );
}
