// An account leaves the organization.

import Alert from "@cloudscape-design/components/alert";
import { RemoveAccountFromOrganizationCommand } from "@aws-sdk/client-organizations";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import type { NodeRow } from "../node-rows.js";
import { withoutAccount } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";

interface RemoveAccountDialogProps {
  readonly account: NodeRow;
  readonly onClose: () => void;
}

export function RemoveAccountDialog({ account, onClose }: RemoveAccountDialogProps): ReactElement {
  const input = { AccountId: account.id };
  const remove = useTreeChange({
    call: async (api, asked: typeof input, show) => {
      await api.organizations((client) => client.send(new RemoveAccountFromOrganizationCommand(asked)));
      show(withoutAccount(asked.AccountId));
      return asked;
    },
    done: () => `Account ${account.name} (${account.id}) is no longer in the organization`,
  });
  return (
    <ChangeDialog
      header={`Remove account ${account.name}`}
      action="Remove account"
      onSubmit={async () => remove.make(input)}
      onClose={onClose}
      isMaking={remove.isMaking}
      error={remove.error}
      cli={[{ operation: "RemoveAccountFromOrganization", input }]}
      typeToConfirm={account.id}
    >
      <Alert type="warning" header="The opt-out of this organization no longer covers the account">
        <ul>
          <li>AWS’s default applies to it again: AI services may keep its content to improve themselves</li>
          <li>Its policies are detached and its tags in the organization are gone</li>
          <li>It goes on as an account of its own; to have it back, invite it</li>
        </ul>
      </Alert>
    </ChangeDialog>
  );
}
