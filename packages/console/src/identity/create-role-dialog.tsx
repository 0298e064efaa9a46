// Creating a role that an account trusts.

import { CreateRoleCommand } from "@aws-sdk/client-iam";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { useSession } from "../session/session-context.js";
import { trustInAccount } from "./trust.js";
import { rolesKey } from "./use-identities.js";

export function CreateRoleDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { principal } = useSession();
  const [, partition = "aws"] = principal.arn.split(":");
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [accountId, setAccountId] = useState(principal.accountId);
  const [externalId, setExternalId] = useState("");
  const input = {
    RoleName: name,
    AssumeRolePolicyDocument: trustInAccount(partition, accountId, externalId),
    ...(description === "" ? {} : { Description: description }),
  };
  const create = useChange({
    call: async (api, role: typeof input) => api.iam((client) => client.send(new CreateRoleCommand(role))),
    done: (_, role) => `Role ${role.RoleName} created. It may do nothing until a policy allows it`,
    changes: [rolesKey],
  });
  const hasAccount = /^\d{12}$/.test(accountId);
  return (
    <ChangeDialog
      header="Create role"
      action="Create role"
      onClose={onClose}
      isMaking={create.isMaking}
      error={create.error}
      because={
        name === "" ? "Name the role first" : hasAccount ? undefined : "Give the trusted account: 12 digits"
      }
      cli={[{ service: "iam", operation: "CreateRole", input }]}
      onSubmit={async () => create.make(input)}
    >
      <FormField label="Role name" constraintText="Up to 64 letters, digits and + = , . @ _ -">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete="off" />
      </FormField>
      <FormField
        label={
          <span>
            Description <i>– optional</i>
          </span>
        }
      >
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <FormField
        label="Trusted account"
        description="Its people may switch to this role, as far as that account allows them sts:AssumeRole"
        constraintText="12 digits. The trust relationship can be written in full afterwards"
      >
        <Input value={accountId} inputMode="numeric" onChange={({ detail }) => setAccountId(detail.value)} />
      </FormField>
      <FormField
        label={
          <span>
            External ID <i>– optional</i>
          </span>
        }
        description="For a third party that acts for several customers: it must name this, so that it acts for you when it means you"
      >
        <Input value={externalId} onChange={({ detail }) => setExternalId(detail.value)} />
      </FormField>
    </ChangeDialog>
  );
}
