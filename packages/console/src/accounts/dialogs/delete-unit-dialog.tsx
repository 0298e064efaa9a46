// Deleting an OU that holds nothing.

import { DeleteOrganizationalUnitCommand } from "@aws-sdk/client-organizations";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import type { NodeRow } from "../node-rows.js";
import { withoutUnit } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";

interface DeleteUnitDialogProps {
  readonly unit: NodeRow;
  readonly onClose: () => void;
}

export function DeleteUnitDialog({ unit, onClose }: DeleteUnitDialogProps): ReactElement {
  const input = { OrganizationalUnitId: unit.id };
  const remove = useTreeChange({
    call: async (api, asked: typeof input, show) => {
      await api.organizations((client) => client.send(new DeleteOrganizationalUnitCommand(asked)));
      show(withoutUnit(asked.OrganizationalUnitId));
      return asked;
    },
    done: () => `OU ${unit.name} deleted`,
  });
  return (
    <ChangeDialog
      header={`Delete OU ${unit.name}`}
      action="Delete OU"
      onSubmit={async () => remove.make(input)}
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      cli={[{ operation: "DeleteOrganizationalUnit", input }]}
      typeToConfirm={unit.name}
    >
      The OU is empty, so no account changes. Its tags go with it, and policies are detached from it. This
      cannot be undone.
    </ChangeDialog>
  );
}
