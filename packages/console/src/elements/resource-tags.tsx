// The tags of an account, OU, root or policy: shown, and edited in place.

import {
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-organizations";
import type { Tag } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TagEditor from "@cloudscape-design/components/tag-editor";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { useChange } from "../api/change.js";
import { allPages } from "../api/pages.js";
import { inTurn } from "../api/partly-made.js";
import { useApi } from "../session/session-context.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { ActionButton } from "./action-button.js";
import { ErrorAlert } from "./error-alert.js";
import { ResourceTable } from "./resource-table.js";
import type { ResourceColumn } from "./resource-table.js";
import { ShowCli } from "./show-cli.js";
import { editedTags, tagChanges } from "./tag-changes.js";
import type { EditedTag } from "./tag-changes.js";

const tagsMax = 50;

interface ResourceTagsProps {
  readonly resourceId: string;
  /** Why they cannot be edited; undefined where they can. */
  readonly because?: string | undefined;
}

export function ResourceTags({ resourceId, because }: ResourceTagsProps): ReactElement {
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["tags", resourceId],
    queryFn: async () =>
      allPages(
        async (page) =>
          api.organizations((client) =>
            client.send(new ListTagsForResourceCommand({ ResourceId: resourceId, ...page })),
          ),
        ({ Tags: tags }) => tags,
      ),
  });
  const [isEditing, setIsEditing] = useState(false);
  if (data === undefined)
    return error === null ? (
      <LoadingScreen what="Reading the tags" />
    ) : (
      <ErrorAlert error={apiError(error)} header="The tags could not be read" />
    );
  if (isEditing) return <Editor resourceId={resourceId} tags={data} onClose={() => setIsEditing(false)} />;
  const edit = (
    <ActionButton
      operation="TagResource"
      input={{ ResourceId: resourceId }}
      because={because}
      onClick={() => setIsEditing(true)}
    >
      Manage tags
    </ActionButton>
  );
  return (
    <ResourceTable
      noun={["tag", "tags"]}
      name="tags-"
      title="Tags"
      items={data}
      idOf={keyOf}
      columns={columns}
      variant="embedded"
      actions={edit}
      empty={
        <Box color="inherit">No tags yet. Add some with Manage tags, to find and to permit by them.</Box>
      }
    />
  );
}

const keyOf = ({ Key: key = "" }: Tag): string => key;

const columns: readonly ResourceColumn<Tag>[] = [
  { id: "key", header: "Key", isRowHeader: true, value: keyOf },
  { id: "value", header: "Value", value: ({ Value: value = "" }) => value },
];

interface EditorProps {
  readonly resourceId: string;
  readonly tags: readonly Tag[];
  readonly onClose: () => void;
}

function Editor({ resourceId, tags, onClose }: EditorProps): ReactElement {
  const [edited, setEdited] = useState<readonly EditedTag[]>(() => editedTags(tags));
  const [isValid, setIsValid] = useState(true);
  const changes = tagChanges(tags, edited);
  const calls = [
    ...(changes.put.length > 0
      ? [{ operation: "TagResource", input: { ResourceId: resourceId, Tags: changes.put } }]
      : []),
    ...(changes.removed.length > 0
      ? [{ operation: "UntagResource", input: { ResourceId: resourceId, TagKeys: changes.removed } }]
      : []),
  ];
  const { make, isMaking, error } = useChange({
    call: async (api, { put, removed }: typeof changes) => {
      const tag = async (): Promise<unknown> =>
        api.organizations((client) =>
          client.send(new TagResourceCommand({ ResourceId: resourceId, Tags: [...put] })),
        );
      const untag = async (): Promise<unknown> =>
        api.organizations((client) =>
          client.send(new UntagResourceCommand({ ResourceId: resourceId, TagKeys: [...removed] })),
        );
      const steps = [...(put.length > 0 ? [tag] : []), ...(removed.length > 0 ? [untag] : [])];
      return inTurn(
        steps,
        async (step) => step(),
        () => "the new tags are there, and none was removed",
      );
    },
    done: () => "Tags saved",
    changes: [["tags", resourceId]],
  });
  const because =
    calls.length === 0 ? "Change a tag first" : isValid ? undefined : "Mend what is marked in red first";
  return (
    <SpaceBetween size="m">
      <TagEditor
        tags={edited}
        tagLimit={tagsMax}
        onChange={({ detail }) => {
          setEdited(detail.tags);
          setIsValid(detail.valid);
        }}
      />
      <ErrorAlert
        error={error}
        header={error?.isPartial === true ? "Only a part was saved" : "The tags were not saved"}
      />
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          loading={isMaking}
          disabled={because !== undefined}
          {...(because === undefined ? {} : { disabledReason: because })}
          onClick={() => void make(changes).then((made) => made !== undefined && onClose())}
        >
          Save tags
        </Button>
      </SpaceBetween>
      {calls.length > 0 && <ShowCli calls={calls} />}
    </SpaceBetween>
  );
}
