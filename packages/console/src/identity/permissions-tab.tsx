// What a user or a role is allowed: its own policies, and those that are attached to it.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { useApi } from "../session/session-context.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { AttachPermissionsDialog } from "./attach-permissions-dialog.js";
import { InlinePolicyDialog } from "./inline-policy-dialog.js";
import { RemovePermissionDialog } from "./remove-permission-dialog.js";
import type { RemovedPermission } from "./remove-permission-dialog.js";
import { operationOn, readPermissions } from "./subject.js";
import type { InlinePolicy, Subject } from "./subject.js";
import { permissionsKey } from "./permissions-key.js";

type Dialog =
  | { readonly kind: "attach" }
  | { readonly kind: "write"; readonly policy?: InlinePolicy }
  | { readonly kind: "remove"; readonly permission: RemovedPermission };

export function PermissionsTab({ subject }: { readonly subject: Subject }): ReactElement {
  const api = useApi();
  const [dialog, setDialog] = useState<Dialog>();
  const { data, error } = useQuery({
    queryKey: permissionsKey(subject),
    queryFn: async () => readPermissions(api, subject),
  });
  if (error !== null) return <ErrorAlert error={apiError(error)} header="The policies could not be read" />;
  if (data === undefined) return <LoadingScreen what="Reading policies" />;
  const close = (): void => setDialog(undefined);
  const isAllowedNothing = data.attached.length === 0 && data.inline.length === 0;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${data.attached.length + data.inline.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <ActionButton
                operation={`iam:${operationOn(subject, "Attach")}`}
                onClick={() => setDialog({ kind: "attach" })}
              >
                Attach managed policy
              </ActionButton>
              <ActionButton
                operation={`iam:${operationOn(subject, "Put")}`}
                variant="primary"
                onClick={() => setDialog({ kind: "write" })}
              >
                Write inline policy
              </ActionButton>
            </SpaceBetween>
          }
        >
          Permissions
        </Header>
      }
    >
      <SpaceBetween size="m">
        {isAllowedNothing && (
          <Alert type="info" header="Nothing is allowed yet">
            Write an inline policy; there are templates for an AI opt-out author, a reader and an
            administrator.
          </Alert>
        )}
        {data.attached.map(({ PolicyName: name = "", PolicyArn: arn = "" }) => (
          <Header
            key={arn}
            variant="h3"
            description={arn}
            actions={
              <Button
                onClick={() => setDialog({ kind: "remove", permission: { kind: "attached", name, arn } })}
              >
                Detach
              </Button>
            }
          >
            {name}
          </Header>
        ))}
        {data.inline.map((policy) => (
          <ExpandableSection
            key={policy.name}
            headerText={policy.name}
            headerDescription="Inline policy"
            headerActions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  ariaLabel={`Edit ${policy.name}`}
                  onClick={() => setDialog({ kind: "write", policy })}
                >
                  Edit
                </Button>
                <Button
                  ariaLabel={`Delete ${policy.name}`}
                  onClick={() =>
                    setDialog({ kind: "remove", permission: { kind: "inline", name: policy.name } })
                  }
                >
                  Delete
                </Button>
              </SpaceBetween>
            }
            variant="container"
          >
            <Box variant="pre">
              <code>{policy.document}</code>
            </Box>
          </ExpandableSection>
        ))}
      </SpaceBetween>
      {dialog?.kind === "attach" && (
        <AttachPermissionsDialog
          subject={subject}
          attached={data.attached.map(({ PolicyArn: arn = "" }) => arn)}
          onClose={close}
        />
      )}
      {dialog?.kind === "write" && (
        <InlinePolicyDialog
          subject={subject}
          onClose={close}
          {...(dialog.policy === undefined ? {} : { policy: dialog.policy })}
        />
      )}
      {dialog?.kind === "remove" && (
        <RemovePermissionDialog subject={subject} permission={dialog.permission} onClose={close} />
      )}
    </Container>
  );
}
