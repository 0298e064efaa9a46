// Another name for an OU.

import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { UpdateOrganizationalUnitCommand } from "@aws-sdk/client-organizations";
import { useState } from "react";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import type { NodeRow } from "../node-rows.js";
import { withRenamedUnit } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";

interface RenameUnitDialogProps {
  readonly unit: NodeRow;
  readonly onClose: () => void;
}

export function RenameUnitDialog({ unit, onClose }: RenameUnitDialogProps): ReactElement {
  const [name, setName] = useState(unit.name);
  const input = { OrganizationalUnitId: unit.id, Name: name };
  const rename = useTreeChange({
    call: async (api, asked: typeof input, show) => {
      await api.organizations((client) => client.send(new UpdateOrganizationalUnitCommand(asked)));
      show(withRenamedUnit(asked.OrganizationalUnitId, asked.Name));
      return asked;
    },
    done: ({ Name }) => `OU ${unit.name} is now called ${Name}`,
  });
  return (
    <ChangeDialog
      header={`Rename OU ${unit.name}`}
      action="Rename OU"
      onSubmit={async () => rename.make(input)}
      onClose={onClose}
      isMaking={rename.isMaking}
      error={rename.error}
      cli={[{ operation: "UpdateOrganizationalUnit", input }]}
      because={
        name === "" ? "Enter a name first" : name === unit.name ? "It has this name already" : undefined
      }
    >
      <FormField label="OU name" constraintText="Up to 128 characters, unique under its parent">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
    </ChangeDialog>
  );
}
