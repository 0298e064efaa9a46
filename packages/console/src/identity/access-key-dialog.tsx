// Activating, deactivating and deleting an access key.

import { DeleteAccessKeyCommand, UpdateAccessKeyCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { accessKeysKey } from "./access-keys-key.js";

export type AccessKeyAction = "activate" | "deactivate" | "delete";

interface AccessKeyDialogProps {
  readonly userName: string;
  readonly accessKeyId: string;
  readonly action: AccessKeyAction;
  readonly onClose: () => void;
}

const words = {
  activate: {
    verb: "Activate",
    past: "activated",
    text: "Programs that hold this key may act as the user again.",
  },
  deactivate: {
    verb: "Deactivate",
    past: "deactivated",
    text: "Programs that use this key fail from their next call on. It can be activated again.",
  },
  delete: {
    verb: "Delete",
    past: "deleted",
    text: "Programs that use this key fail from their next call on. It cannot be brought back: deactivate it first if you are not certain.",
  },
} as const;

export function AccessKeyDialog({
  userName,
  accessKeyId,
  action,
  onClose,
}: AccessKeyDialogProps): ReactElement {
  const { verb, past, text } = words[action];
  const input = { UserName: userName, AccessKeyId: accessKeyId };
  const update = { ...input, Status: action === "activate" ? "Active" : "Inactive" } as const;
  const change = useChange({
    call: async (api, asked: AccessKeyAction) =>
      api.iam(async (client) =>
        asked === "delete"
          ? client.send(new DeleteAccessKeyCommand(input))
          : client.send(new UpdateAccessKeyCommand(update)),
      ),
    done: () => `Access key ${accessKeyId} ${past}`,
    changes: [accessKeysKey(userName)],
  });
  return (
    <ChangeDialog
      header={`${verb} access key`}
      action={`${verb} key`}
      onClose={onClose}
      isMaking={change.isMaking}
      error={change.error}
      cli={[
        {
          service: "iam",
          operation: action === "delete" ? "DeleteAccessKey" : "UpdateAccessKey",
          input: action === "delete" ? input : update,
        },
      ]}
      onSubmit={async () => change.make(action)}
      {...(action === "delete" ? { typeToConfirm: accessKeyId } : {})}
    >
      <Box>{text}</Box>
    </ChangeDialog>
  );
}
