// Whether a user may sign in to this console, and with which password.

import {
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  GetLoginProfileCommand,
  UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import type { LoginProfile } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import type { Api } from "../api/api.js";
import { apiError } from "../api/api-error.js";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { Instant } from "../elements/instant.js";
import { useApi } from "../session/session-context.js";
import { PasswordFields } from "./password-fields.js";

const loginKey = (userName: string): readonly string[] => ["login-profile", userName];

/** `null` where the user has none. */
async function readLogin(api: Api, UserName: string): Promise<LoginProfile | null> {
  try {
    const { LoginProfile: login } = await api.iam((client) =>
      client.send(new GetLoginProfileCommand({ UserName })),
    );
    return login ?? null;
  } catch (error) {
    if (apiError(error).code.startsWith("NoSuchEntity")) return null;
    throw error;
  }
}

export function ConsolePassword({ userName }: { readonly userName: string }): ReactElement {
  const api = useApi();
  const { data: login, error } = useQuery({
    queryKey: loginKey(userName),
    queryFn: async () => readLogin(api, userName),
  });
  const [dialog, setDialog] = useState<"set" | "remove">();
  const isThere = login !== undefined && login !== null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {isThere && (
                <ActionButton operation="iam:DeleteLoginProfile" onClick={() => setDialog("remove")}>
                  Remove password
                </ActionButton>
              )}
              <ActionButton
                operation={isThere ? "iam:UpdateLoginProfile" : "iam:CreateLoginProfile"}
                onClick={() => setDialog("set")}
              >
                {isThere ? "Change password" : "Give a password"}
              </ActionButton>
            </SpaceBetween>
          }
        >
          Console sign-in
        </Header>
      }
    >
      <ErrorAlert
        error={error === null ? undefined : apiError(error)}
        header="Whether there is a password could not be read"
      />
      {login === null && (
        <Box color="text-body-secondary">This user has no password, and cannot sign in to the console.</Box>
      )}
      {isThere && (
        <KeyValuePairs
          columns={3}
          items={[
            { label: "Password since", value: <Instant at={login.CreateDate} /> },
            {
              label: "Must be changed",
              value: login.PasswordResetRequired === true ? "At the next sign-in" : "No",
            },
          ]}
        />
      )}
      {dialog === "set" && (
        <SetPasswordDialog userName={userName} isThere={isThere} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "remove" && (
        <RemovePasswordDialog userName={userName} onClose={() => setDialog(undefined)} />
      )}
    </Container>
  );
}

interface SetPasswordDialogProps {
  readonly userName: string;
  readonly isThere: boolean;
  readonly onClose: () => void;
}

function SetPasswordDialog({ userName, isThere, onClose }: SetPasswordDialogProps): ReactElement {
  const [password, setPassword] = useState({ text: "", mustChange: true });
  const set = useChange({
    call: async (api, Password: string) => {
      const input = { UserName: userName, Password, PasswordResetRequired: password.mustChange };
      return api.iam(async (client) =>
        isThere
          ? client.send(new UpdateLoginProfileCommand(input))
          : client.send(new CreateLoginProfileCommand(input)),
      );
    },
    done: () => `Password of ${userName} ${isThere ? "changed" : "set"}`,
    changes: [loginKey(userName)],
  });
  return (
    <ChangeDialog
      header={isThere ? `Change the password of ${userName}` : `Give ${userName} a password`}
      action={isThere ? "Change password" : "Give password"}
      onClose={onClose}
      isMaking={set.isMaking}
      error={set.error}
      because={password.text === "" ? "Choose a password first" : undefined}
      cli={[
        {
          service: "iam",
          operation: isThere ? "UpdateLoginProfile" : "CreateLoginProfile",
          input: { UserName: userName, Password: "PASSWORD", PasswordResetRequired: password.mustChange },
        },
      ]}
      onSubmit={async () => set.make(password.text)}
    >
      <PasswordFields value={password} onChange={setPassword} />
    </ChangeDialog>
  );
}

interface RemovePasswordDialogProps {
  readonly userName: string;
  readonly onClose: () => void;
}

function RemovePasswordDialog({ userName, onClose }: RemovePasswordDialogProps): ReactElement {
  const remove = useChange({
    call: async (api, UserName: string) =>
      api.iam((client) => client.send(new DeleteLoginProfileCommand({ UserName }))),
    done: () => `${userName} can no longer sign in to the console`,
    changes: [loginKey(userName)],
  });
  return (
    <ChangeDialog
      header={`Remove the password of ${userName}`}
      action="Remove password"
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      cli={[{ service: "iam", operation: "DeleteLoginProfile", input: { UserName: userName } }]}
      onSubmit={async () => remove.make(userName)}
    >
      <Box>The user can no longer sign in to the console. Its access keys go on working.</Box>
    </ChangeDialog>
  );
}
