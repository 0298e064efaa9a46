// The trust policy of a role, to read and to write.

import { UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import type { Role } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { DocumentField } from "./document-field.js";
import { jsonProblem } from "./json-problem.js";
import { readable } from "./subject.js";
import { rolesKey } from "./use-identities.js";

export function TrustTab({ role }: { readonly role: Role }): ReactElement {
  const { RoleName: name = "", AssumeRolePolicyDocument: encoded = "" } = role;
  const document = readable(encoded);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Who may switch to this role"
          actions={
            <ActionButton operation="iam:UpdateAssumeRolePolicy" onClick={() => setIsEditing(true)}>
              Edit trust relationship
            </ActionButton>
          }
        >
          Trust relationship
        </Header>
      }
    >
      <Box variant="pre">
        <code className="cli-command">{document}</code>
      </Box>
      {isEditing && <TrustDialog roleName={name} document={document} onClose={() => setIsEditing(false)} />}
    </Container>
  );
}

interface TrustDialogProps {
  readonly roleName: string;
  readonly document: string;
  readonly onClose: () => void;
}

function TrustDialog({ roleName, document, onClose }: TrustDialogProps): ReactElement {
  const [text, setText] = useState(document);
  const input = { RoleName: roleName, PolicyDocument: text };
  const update = useChange({
    call: async (api, written: typeof input) =>
      api.iam((client) => client.send(new UpdateAssumeRolePolicyCommand(written))),
    done: () => `Trust relationship of ${roleName} saved`,
    changes: [rolesKey],
  });
  return (
    <ChangeDialog
      size="large"
      header={`Trust relationship of ${roleName}`}
      action="Save trust relationship"
      onClose={onClose}
      isMaking={update.isMaking}
      error={update.error}
      because={jsonProblem(text)}
      cli={[{ service: "iam", operation: "UpdateAssumeRolePolicy", input }]}
      onSubmit={async () => update.make(input)}
    >
      <DocumentField label="Trust policy" value={text} onChange={setText} />
    </ChangeDialog>
  );
}
