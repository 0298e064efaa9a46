// A new OU under the root or another OU.

import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { CreateOrganizationalUnitCommand } from "@aws-sdk/client-organizations";
import type { CreateOrganizationalUnitCommandInput } from "@aws-sdk/client-organizations";
import { useState } from "react";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { ParentField } from "../parent-field.js";
import type { NodeRow, NodeRows } from "../node-rows.js";
import { withUnit } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";
import { newTags } from "../../tags/tag-changes.js";
import { TagsEditor, noTags } from "../../tags/tags-editor.js";

interface CreateUnitDialogProps {
  readonly rows: NodeRows;
  /** What is selected: the OU to make it in, or the account to make it beside. */
  readonly beside: NodeRow | undefined;
  readonly onClose: () => void;
}

export function CreateUnitDialog({ rows, beside, onClose }: CreateUnitDialogProps): ReactElement {
  const parentAtFirst = beside?.kind === "Account" ? beside.parentId : beside?.id;
  const [parentId, setParentId] = useState(parentAtFirst ?? rows.root.id);
  const [name, setName] = useState("");
  const [tags, setTags] = useState(noTags);
  const input: CreateOrganizationalUnitCommandInput = {
    ParentId: parentId,
    Name: name,
    ...newTags(tags.tags),
  };
  const create = useTreeChange({
    call: async (api, asked: CreateOrganizationalUnitCommandInput, show) => {
      const { OrganizationalUnit: unit } = await api.organizations((client) =>
        client.send(new CreateOrganizationalUnitCommand(asked)),
      );
      if (unit !== undefined && asked.ParentId !== undefined) show(withUnit(unit, asked.ParentId));
      return asked;
    },
    done: ({ Name, ParentId = "" }) => `OU ${Name} created in ${rows.byId.get(ParentId)?.name ?? ParentId}`,
  });
  return (
    <ChangeDialog
      header="Create an OU"
      action="Create OU"
      onSubmit={async () => create.make(input)}
      onClose={onClose}
      isMaking={create.isMaking}
      error={create.error}
      cli={[{ operation: "CreateOrganizationalUnit", input }]}
      because={name === "" ? "Enter a name first" : tags.because}
    >
      <FormField label="OU name" constraintText="Up to 128 characters, unique under its parent">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
      <ParentField label="Create it in" rows={rows} parentId={parentId} onChange={setParentId} />
      <TagsEditor value={tags} onChange={setTags} />
    </ChangeDialog>
  );
}
