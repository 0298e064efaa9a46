// The tags of a new policy.

import FormField from "@cloudscape-design/components/form-field";
import TagEditor from "@cloudscape-design/components/tag-editor";
import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import { memo } from "react";
import type { ReactElement } from "react";
import { tagsMax } from "./policy-details.js";

interface PolicyTagsProps {
  readonly tags: TagEditorProps.ChangeDetail["tags"];
  readonly onChange: (change: TagEditorProps.ChangeDetail) => void;
}

export const PolicyTags = memo(function PolicyTags({ tags, onChange }: PolicyTagsProps): ReactElement {
  return (
    <FormField
      label={
        <>
          Tags <i>- optional</i>
        </>
      }
      stretch
    >
      <TagEditor tags={tags} tagLimit={tagsMax} onChange={({ detail }) => onChange(detail)} />
    </FormField>
  );
});
