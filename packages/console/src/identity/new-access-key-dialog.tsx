// A new access key, whose secret is shown once.

import { CreateAccessKeyCommand } from "@aws-sdk/client-iam";
import type { AccessKey } from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { CopiedText } from "../elements/copied-text.js";
import { accessKeysKey } from "./access-keys-key.js";

interface NewAccessKeyDialogProps {
  readonly userName: string;
  readonly onClose: () => void;
}

export function NewAccessKeyDialog({ userName, onClose }: NewAccessKeyDialogProps): ReactElement {
  const [made, setMade] = useState<AccessKey>();
  const create = useChange({
    call: async (api, UserName: string) =>
      api.iam((client) => client.send(new CreateAccessKeyCommand({ UserName }))),
    done: ({ AccessKey: key }) => `Access key ${key?.AccessKeyId ?? ""} created`,
    changes: [accessKeysKey(userName)],
  });
  if (made !== undefined) return <SecretDialog made={made} onClose={onClose} />;
  return (
    <ChangeDialog
      header={`Create an access key for ${userName}`}
      action="Create access key"
      onClose={onClose}
      isMaking={create.isMaking}
      error={create.error}
      cli={[{ service: "iam", operation: "CreateAccessKey", input: { UserName: userName } }]}
      onSubmit={async () => {
        const output = await create.make(userName);
        setMade(output?.AccessKey);
        // The secret takes the place of this dialog.
        return undefined;
      }}
    >
      <Box>
        Whoever holds the key may do what the user may. Its secret is shown once, now, and never again.
      </Box>
    </ChangeDialog>
  );
}

interface SecretDialogProps {
  readonly made: AccessKey;
  readonly onClose: () => void;
}

function SecretDialog({ made, onClose }: SecretDialogProps): ReactElement {
  const { AccessKeyId: id = "", SecretAccessKey: secret = "" } = made;
  return (
    <Modal
      visible
      header="Access key created"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            I have kept the secret
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">This is the only time that the secret is shown. Keep it now.</Alert>
        <KeyValuePairs
          items={[
            { label: "Access key ID", value: <CopiedText text={id} what="access key ID" /> },
            { label: "Secret access key", value: <CopiedText text={secret} what="secret access key" /> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
