// The form that signs in: on its own page, and over a page whose session has expired.

import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { signIn } from "../api/sign-in.js";
import type { SignInRequest } from "../api/sign-in.js";
import { ErrorAlert } from "../elements/error-alert.js";
import type { Session } from "./session.js";

type Kind = "user" | "root";

interface Fields {
  readonly accountId: string;
  readonly userName: string;
  readonly email: string;
  readonly password: string;
  readonly newPassword: string;
}

/** What the server answers to a password or a name that is wrong. */
const failedCode = "sign-in-failed";

const noFields: Fields = { accountId: "", userName: "", email: "", password: "", newPassword: "" };

interface SignInFormProps {
  readonly onSignedIn: (session: Session) => void;
  /** Filled in already. */
  readonly known?: Partial<Fields> & { readonly kind?: Kind };
}

export function SignInForm({ onSignedIn, known = {} }: SignInFormProps): ReactElement {
  const [kind, setKind] = useState<Kind>(known.kind ?? "user");
  const [fields, setFields] = useState<Fields>({ ...noFields, ...known });
  const [mustReset, setMustReset] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setError(undefined);
    try {
      const result = await signIn(requestOf(kind, fields, mustReset));
      if (result.kind === "signed-in") onSignedIn(result.session);
      else setMustReset(true);
    } catch (thrown) {
      const failure = apiError(thrown);
      setError(failure);
      // Where only the new password is refused, the one that fitted stays: its field cannot be typed in now.
      if (mustReset && failure.code !== failedCode) return;
      setMustReset(false);
      setFields((before) => ({ ...before, password: "", newPassword: "" }));
    } finally {
      setIsBusy(false);
    }
  };

  const field = (name: keyof Fields, label: string, options: FieldOptions = {}): ReactElement => (
    <FormField label={label} constraintText={options.constraint}>
      <Input
        name={name}
        value={fields[name]}
        type={options.type ?? "text"}
        autoComplete={options.autoComplete ?? "off"}
        disabled={mustReset && name !== "newPassword"}
        autoFocus={options.hasFocus === true}
        onChange={({ detail }) => setFields((before) => ({ ...before, [name]: detail.value }))}
      />
    </FormField>
  );
  const password = (
    <SpaceBetween size="m">
      {field("password", "Password", { type: "password", autoComplete: "current-password" })}
      {mustReset &&
        field("newPassword", "New password", {
          type: "password",
          autoComplete: "new-password",
          hasFocus: true,
        })}
    </SpaceBetween>
  );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        actions={
          <Button variant="primary" formAction="submit" loading={isBusy}>
            {mustReset ? "Change password and sign in" : "Sign in"}
          </Button>
        }
      >
        <SpaceBetween size="m">
          <SegmentedControl
            label="Who signs in"
            selectedId={kind}
            options={[
              { id: "user", text: "IAM user" },
              { id: "root", text: "Root user" },
            ]}
            onChange={({ detail }) => setKind(detail.selectedId === "root" ? "root" : "user")}
          />
          {kind === "user" ? (
            <SpaceBetween size="m">
              {field("accountId", "Account ID", { constraint: "12 digits", autoComplete: "organization" })}
              {field("userName", "User name", { autoComplete: "username" })}
            </SpaceBetween>
          ) : (
            <SpaceBetween size="m">
              <Alert type="warning" header="The root user is not for everyday work">
                It may do everything in its account, and no policy can narrow that. Sign in as an IAM user or
                switch to a role instead, and keep the root user for what only it can do.
              </Alert>
              {field("email", "Root user e-mail address", { autoComplete: "username" })}
            </SpaceBetween>
          )}
          {password}
          {mustReset && (
            <Alert type="info">The password must be changed before its first use. Choose a new one.</Alert>
          )}
          <ErrorAlert error={error} header="Not signed in" />
        </SpaceBetween>
      </Form>
    </form>
  );
}

interface FieldOptions {
  readonly type?: "text" | "password";
  readonly autoComplete?: string;
  readonly constraint?: string;
  readonly hasFocus?: boolean;
}

function requestOf(kind: Kind, fields: Fields, mustReset: boolean): SignInRequest {
  const { accountId, userName, email, password, newPassword } = fields;
  if (kind === "root") return { email: email.trim(), password };
  const request = { accountId: accountId.replaceAll(/[\s-]/g, ""), userName: userName.trim(), password };
  return mustReset ? { ...request, newPassword } : request;
}
