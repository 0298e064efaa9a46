// Tags to edit, with why they cannot be saved as they stand.

import FormField from "@cloudscape-design/components/form-field";
import TagEditor from "@cloudscape-design/components/tag-editor";
import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import type { ReactElement } from "react";

/** Tags on a root, OU or account. Source: AWS's tagging page. */
const tagsMax = 50;

export interface EditedTags {
  readonly tags: readonly TagEditorProps.Tag[];
  readonly because: string | undefined;
}

export const noTags: EditedTags = { tags: [], because: undefined };

interface TagsEditorProps {
  readonly value: EditedTags;
  readonly onChange: (value: EditedTags) => void;
}

export function TagsEditor({ value, onChange }: TagsEditorProps): ReactElement {
  return (
    <FormField label="Tags" stretch>
      <TagEditor
        tags={value.tags}
        tagLimit={tagsMax}
        onChange={({ detail }) =>
          onChange({ tags: detail.tags, because: detail.valid ? undefined : "Mend the tags first" })
        }
      />
    </FormField>
  );
}
