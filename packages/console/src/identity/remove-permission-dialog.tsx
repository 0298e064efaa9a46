// Taking a policy from a user or a role.

import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { permissionsKey } from "./permissions-key.js";
import { deleteInline, detachFrom, nameOf, operationOn } from "./subject.js";
import type { Subject } from "./subject.js";

export type RemovedPermission =
  | { readonly kind: "attached"; readonly name: string; readonly arn: string }
  | { readonly kind: "inline"; readonly name: string };

interface RemovePermissionDialogProps {
  readonly subject: Subject;
  readonly permission: RemovedPermission;
  readonly onClose: () => void;
}

export function RemovePermissionDialog(props: RemovePermissionDialogProps): ReactElement {
  const { subject, permission, onClose } = props;
  const isInline = permission.kind === "inline";
  const remove = useChange({
    call: async (api, removed: RemovedPermission) =>
      removed.kind === "inline"
        ? deleteInline(api, subject, removed.name)
        : detachFrom(api, subject, removed.arn),
    done: (_, { kind, name }) => `Policy ${name} ${kind === "inline" ? "deleted" : "detached"}`,
    changes: [permissionsKey(subject), ["permission"]],
  });
  return (
    <ChangeDialog
      header={`${isInline ? "Delete" : "Detach"} ${permission.name}`}
      action={isInline ? "Delete policy" : "Detach policy"}
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      cli={[
        {
          service: "iam",
          operation: operationOn(subject, isInline ? "Delete" : "Detach"),
          input: {
            ...nameOf(subject),
            ...(isInline ? { PolicyName: permission.name } : { PolicyArn: permission.arn }),
          },
        },
      ]}
      onSubmit={async () => remove.make(permission)}
    >
      <Box>
        {subject.kind === "user" ? "User" : "Role"} <b>{subject.name}</b> is no longer allowed what only this
        policy allows, from its next call on.{isInline && " The text of an inline policy is deleted with it."}
      </Box>
    </ChangeDialog>
  );
}
