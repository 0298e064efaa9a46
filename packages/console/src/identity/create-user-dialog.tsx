// Creating a user, who may sign in to this console if a password is given.

import { CreateLoginProfileCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { ReactElement } from "react";
import type { Api } from "../api/api.js";
import { useChange } from "../api/change.js";
import { PartlyMade } from "../api/partly-made.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import type { CliCall } from "../elements/show-cli.js";
import { PasswordFields } from "./password-fields.js";
import type { NewPassword } from "./password-fields.js";
import { usersKey } from "./use-identities.js";

interface NewUser {
  readonly name: string;
  readonly password: NewPassword | undefined;
}

export function CreateUserDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [name, setName] = useState("");
  const [mayEnter, setMayEnter] = useState(true);
  const [password, setPassword] = useState<NewPassword>({ text: "", mustChange: true });
  // Made by a try whose password was refused: the next has only the password to give.
  const [madeName, setMadeName] = useState<string>();
  const create = useChange({
    call: async (api, user: NewUser) => {
      if (madeName !== user.name) {
        await api.iam((client) => client.send(new CreateUserCommand({ UserName: user.name })));
        setMadeName(user.name);
      }
      if (user.password !== undefined) await givePassword(api, user.name, user.password);
      return user;
    },
    done: (_, user) => `User ${user.name} created. It may do nothing until a policy allows it`,
    changes: [usersKey],
  });
  const because =
    name === ""
      ? "Name the user first"
      : mayEnter && password.text === ""
        ? "Choose a password first"
        : undefined;
  return (
    <ChangeDialog
      header="Create user"
      action="Create user"
      onClose={onClose}
      isMaking={create.isMaking}
      error={create.error}
      because={because}
      cli={cliOf(name, mayEnter ? password : undefined)}
      onSubmit={async () => create.make({ name, password: mayEnter ? password : undefined })}
    >
      <FormField label="User name" constraintText="Up to 64 letters, digits and + = , . @ _ -">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete="off" />
      </FormField>
      <Checkbox checked={mayEnter} onChange={({ detail }) => setMayEnter(detail.checked)}>
        May sign in to this console
      </Checkbox>
      {mayEnter && <PasswordFields value={password} onChange={setPassword} />}
    </ChangeDialog>
  );
}

async function givePassword(api: Api, UserName: string, { text, mustChange }: NewPassword): Promise<void> {
  const input = { UserName, Password: text, PasswordResetRequired: mustChange };
  try {
    await api.iam((client) => client.send(new CreateLoginProfileCommand(input)));
  } catch (error) {
    throw new PartlyMade(`user ${UserName} is there, but without a password`, error);
  }
}

/** Never with the password itself. */
function cliOf(name: string, password: NewPassword | undefined): readonly CliCall[] {
  const user = { UserName: name };
  return [
    { service: "iam", operation: "CreateUser", input: user },
    ...(password === undefined
      ? []
      : [
          {
            service: "iam" as const,
            operation: "CreateLoginProfile",
            input: { ...user, Password: "PASSWORD", PasswordResetRequired: password.mustChange },
          },
        ]),
  ];
}
