// Closing an account, for good.

import Alert from "@cloudscape-design/components/alert";
import { CloseAccountCommand, DescribeAccountCommand } from "@aws-sdk/client-organizations";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import type { NodeRow } from "../node-rows.js";
import { withReadAccount } from "../tree-changes.js";
import { useTreeChange } from "../use-tree-change.js";

interface CloseAccountDialogProps {
  readonly account: NodeRow;
  readonly onClose: () => void;
}

export function CloseAccountDialog({ account, onClose }: CloseAccountDialogProps): ReactElement {
  const input = { AccountId: account.id };
  const close = useTreeChange({
    call: async (api, asked: typeof input, show) => {
      await api.organizations((client) => client.send(new CloseAccountCommand(asked)));
      const { Account: after } = await api.organizations((client) =>
        client.send(new DescribeAccountCommand(asked)),
      );
      if (after !== undefined) show(withReadAccount(after));
      return asked;
    },
    done: () => `Account ${account.name} (${account.id}) closed`,
  });
  return (
    <ChangeDialog
      header={`Close account ${account.name}`}
      action="Close account"
      onSubmit={async () => close.make(input)}
      onClose={onClose}
      isMaking={close.isMaking}
      error={close.error}
      cli={[{ operation: "CloseAccount", input }]}
      typeToConfirm={account.id}
    >
      <Alert type="warning" header="A closed account cannot be opened again here">
        <ul>
          <li>Nobody can sign in to it, and its users, roles and keys may do nothing more</li>
          <li>It stays in the organization, under its OU, and counts against the quota of accounts</li>
          <li>Its policies stay attached, and it keeps its e-mail address</li>
        </ul>
      </Alert>
    </ChangeDialog>
  );
}
