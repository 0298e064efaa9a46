// The password of whoever is signed in: a root user gives itself one, an IAM user changes its own.

import { ChangePasswordCommand } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { useSession } from "../session/session-context.js";

type Dialog = "root" | "user" | "none-for-root";

/** Nothing for a role, which has no password. */
export function OwnPasswordContainer(): ReactElement | null {
  const { principal } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  if (principal.kind === "role") return null;
  const isRoot = principal.kind === "root";
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            isRoot ? (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setDialog("none-for-root")}>Remove root password</Button>
                <Button onClick={() => setDialog("root")}>Set root password</Button>
              </SpaceBetween>
            ) : (
              <ActionButton operation="iam:ChangePassword" onClick={() => setDialog("user")}>
                Change password
              </ActionButton>
            )
          }
        >
          Your password
        </Header>
      }
    >
      <Box color="text-body-secondary">
        {isRoot
          ? "With a password the root user signs in by its e-mail address. It is better to make an IAM user for everyday work, and to leave the root user without one."
          : "Sessions that are signed in go on until they end by themselves."}
      </Box>
      {dialog === "root" && <RootPasswordDialog onClose={close} />}
      {dialog === "none-for-root" && <RemoveRootPasswordDialog onClose={close} />}
      {dialog === "user" && <ChangePasswordDialog onClose={close} />}
    </Container>
  );
}

interface DialogProps {
  readonly onClose: () => void;
}

/** Two fields that must agree: what nobody can read back is not to be mistyped. */
function useNewPassword(): {
  readonly text: string;
  readonly because: string | undefined;
  readonly fields: ReactElement;
} {
  const [text, setText] = useState("");
  const [again, setAgain] = useState("");
  const because =
    text === "" ? "Choose a password first" : text === again ? undefined : "The two passwords differ";
  const fields = (
    <>
      <FormField label="New password" constraintText="1 to 128 characters; longer is better">
        <Input
          type="password"
          value={text}
          autoComplete="new-password"
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      <FormField
        label="New password, again"
        errorText={again === "" || again === text ? undefined : "It differs from the first"}
      >
        <Input
          type="password"
          value={again}
          autoComplete="new-password"
          onChange={({ detail }) => setAgain(detail.value)}
        />
      </FormField>
    </>
  );
  return { text, because, fields };
}

function RootPasswordDialog({ onClose }: DialogProps): ReactElement {
  const { text, because, fields } = useNewPassword();
  const set = useChange({
    call: async (api, password: string) => api.operator<object>("PUT", "/v1/root-password", { password }),
    done: () => "Root password set",
    changes: [],
  });
  return (
    <ChangeDialog
      header="Set the root password"
      action="Set root password"
      onClose={onClose}
      isMaking={set.isMaking}
      error={set.error}
      because={because}
      cli={[]}
      onSubmit={async () => set.make(text)}
    >
      {fields}
      <Box color="text-body-secondary">AWS has no call for this; here it is PUT /v1/root-password.</Box>
    </ChangeDialog>
  );
}

function RemoveRootPasswordDialog({ onClose }: DialogProps): ReactElement {
  const remove = useChange({
    call: async (api, body: object) => api.operator<object>("DELETE", "/v1/root-password", body),
    done: () => "Root password removed",
    changes: [],
  });
  return (
    <ChangeDialog
      header="Remove the root password"
      action="Remove root password"
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      cli={[]}
      onSubmit={async () => remove.make({})}
    >
      <Box>
        The root user can then sign in by a one-time link alone, which{" "}
        <Box variant="code">withhold sign-in-link</Box> prints with the root access key.
      </Box>
    </ChangeDialog>
  );
}

function ChangePasswordDialog({ onClose }: DialogProps): ReactElement {
  const [old, setOld] = useState("");
  const { text, because, fields } = useNewPassword();
  const change = useChange({
    call: async (api, input: { readonly OldPassword: string; readonly NewPassword: string }) =>
      api.iam((client) => client.send(new ChangePasswordCommand(input))),
    done: () => "Password changed",
    changes: [],
  });
  return (
    <ChangeDialog
      header="Change your password"
      action="Change password"
      onClose={onClose}
      isMaking={change.isMaking}
      error={change.error}
      because={old === "" ? "Give your present password first" : because}
      // Never with the passwords themselves.
      cli={[
        {
          service: "iam",
          operation: "ChangePassword",
          input: { OldPassword: "OLD_PASSWORD", NewPassword: "NEW_PASSWORD" },
        },
      ]}
      onSubmit={async () => change.make({ OldPassword: old, NewPassword: text })}
    >
      <FormField label="Present password">
        <Input
          type="password"
          value={old}
          autoComplete="current-password"
          onChange={({ detail }) => setOld(detail.value)}
        />
      </FormField>
      {fields}
    </ChangeDialog>
  );
}
