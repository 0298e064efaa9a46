// Before a user is deleted: what goes with it.

import Alert from "@cloudscape-design/components/alert";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { deleteUser } from "./delete-user.js";
import { usersKey } from "./use-identities.js";

interface DeleteUserDialogProps {
  readonly userName: string;
  readonly onClose: () => void;
  readonly onDeleted?: () => void;
}

export function DeleteUserDialog({ userName, onClose, onDeleted }: DeleteUserDialogProps): ReactElement {
  const remove = useChange({
    call: async (api, name: string) => deleteUser(api, name),
    done: (_, name) => `User ${name} deleted`,
    changes: [usersKey],
  });
  return (
    <ChangeDialog
      header={`Delete user ${userName}`}
      action="Delete user"
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      typeToConfirm={userName}
      cli={[{ service: "iam", operation: "DeleteUser", input: { UserName: userName } }]}
      onSubmit={async () => {
        const deleted = await remove.make(userName);
        if (deleted !== undefined) onDeleted?.();
        return deleted;
      }}
    >
      <Alert type="warning">
        The user&#39;s password, access keys and policies are deleted first. Its sessions and keys stop
        working at once, and programs that use them fail. What it did stays in the record.
      </Alert>
    </ChangeDialog>
  );
}
