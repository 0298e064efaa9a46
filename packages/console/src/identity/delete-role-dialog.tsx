// Before a role is deleted: what goes with it.

import { DeleteRoleCommand } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { stripPermissions } from "./delete-user.js";
import { rolesKey } from "./use-identities.js";

interface DeleteRoleDialogProps {
  readonly roleName: string;
  readonly onClose: () => void;
  readonly onDeleted?: () => void;
}

export function DeleteRoleDialog({ roleName, onClose, onDeleted }: DeleteRoleDialogProps): ReactElement {
  const remove = useChange({
    call: async (api, name: string) => {
      await stripPermissions(api, { kind: "role", name });
      return api.iam((client) => client.send(new DeleteRoleCommand({ RoleName: name })));
    },
    done: (_, name) => `Role ${name} deleted`,
    changes: [rolesKey],
  });
  return (
    <ChangeDialog
      header={`Delete role ${roleName}`}
      action="Delete role"
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      typeToConfirm={roleName}
      cli={[{ service: "iam", operation: "DeleteRole", input: { RoleName: roleName } }]}
      onSubmit={async () => {
        const deleted = await remove.make(roleName);
        if (deleted !== undefined) onDeleted?.();
        return deleted;
      }}
    >
      <Alert type="warning">
        Its policies are deleted first. Sessions of the role stop working at once. If this is the role by
        which the management account acts in this account, it can no longer do so.
      </Alert>
    </ChangeDialog>
  );
}
