// A new account in the organization, and what becomes of the request.

import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { accountProblems } from "../account-problems.js";
import { createAccount } from "../create-account.js";
import type { NewAccount } from "../create-account.js";
import type { NodeRows } from "../node-rows.js";
import { newTags } from "../../tags/tag-changes.js";
import { TagsEditor, noTags } from "../../tags/tags-editor.js";
import { withAccount } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";

/** What CreateAccount calls the role when nobody says. */
const usualRole = "OrganizationAccountAccessRole";

interface CreateAccountDialogProps {
  readonly rows: NodeRows;
  readonly onClose: () => void;
}

export function CreateAccountDialog({ rows, onClose }: CreateAccountDialogProps): ReactElement {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [roleName, setRoleName] = useState(usualRole);
  const [tags, setTags] = useState(noTags);
  const [request, setRequest] = useState<string>();
  const input: NewAccount = {
    AccountName: name,
    Email: email.trim(),
    ...(roleName === "" ? {} : { RoleName: roleName }),
    ...newTags(tags.tags),
  };
  const problems = accountProblems(input);
  const create = useTreeChange({
    call: async (api, asked: NewAccount, show) => {
      const account = await createAccount(api, asked, setRequest);
      show(withAccount(account, rows.root.id));
      return account;
    },
    done: ({ Id: id = "" }, { AccountName }) =>
      `Account ${AccountName} (${id}) created in the root of the organization`,
  });
  return (
    <ChangeDialog
      header="Create an account"
      action="Create account"
      onSubmit={async () => create.make(input)}
      onClose={onClose}
      isMaking={create.isMaking}
      error={create.error}
      cli={[{ operation: "CreateAccount", input }]}
      because={problems.first ?? tags.because}
    >
      <FormField
        label="Account name"
        constraintText="Up to 50 characters"
        errorText={name === "" ? undefined : problems.name}
      >
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
      <FormField
        label="E-mail address of the owner"
        constraintText="The root user signs in with it; no other account may have it"
        errorText={email === "" ? undefined : problems.email}
      >
        <Input
          value={email}
          onChange={({ detail }) => setEmail(detail.value)}
          type="email"
          inputMode="email"
        />
      </FormField>
      <FormField
        label="Name of the access role"
        constraintText="The management account switches to this role to act in the new account"
        errorText={problems.roleName}
      >
        <Input
          value={roleName}
          onChange={({ detail }) => setRoleName(detail.value)}
          placeholder={usualRole}
        />
      </FormField>
      <TagsEditor value={tags} onChange={setTags} />
      {create.isMaking && (
        <StatusIndicator type="in-progress">
          {request === undefined ? "Sending the request" : `Request ${request} is in progress`}
        </StatusIndicator>
      )}
    </ChangeDialog>
  );
}
