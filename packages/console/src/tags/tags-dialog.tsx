// The tags of an account, an OU, the root or a policy.

import type { ReactElement } from "react";
import { ErrorAlert } from "../elements/error-alert.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { TagsEditor } from "./tags-editor.js";
import { useTagsChange } from "./use-tags-change.js";
import type { Tagged } from "./use-tags-change.js";

interface TagsDialogProps {
  readonly node: Tagged;
  readonly onClose: () => void;
}

export function TagsDialog({ node, onClose }: TagsDialogProps): ReactElement {
  const { value, edit, save, isSaving, error, cli, because, readError } = useTagsChange(node);
  return (
    <ChangeDialog
      header={`Tags of ${node.name}`}
      action="Save tags"
      onSubmit={save}
      onClose={onClose}
      isMaking={isSaving}
      error={error}
      cli={cli}
      because={because}
      size="large"
    >
      <ErrorAlert error={readError} header="The tags could not be read" />
      {value !== undefined && <TagsEditor value={value} onChange={edit} />}
    </ChangeDialog>
  );
}
