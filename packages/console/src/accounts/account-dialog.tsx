// The dialog that was asked for, on what is selected.

import type { ReactElement } from "react";
import type { DialogName } from "./account-actions.js";
import { CloseAccountDialog } from "./dialogs/close-account-dialog.js";
import { CreateAccountDialog } from "./dialogs/create-account-dialog.js";
import { CreateUnitDialog } from "./dialogs/create-unit-dialog.js";
import { DeleteUnitDialog } from "./dialogs/delete-unit-dialog.js";
import { MoveAccountsDialog } from "./dialogs/move-accounts-dialog.js";
import { RemoveAccountDialog } from "./dialogs/remove-account-dialog.js";
import { RenameUnitDialog } from "./dialogs/rename-unit-dialog.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

interface AccountDialogProps {
  readonly name: DialogName;
  readonly rows: NodeRows;
  readonly selected: readonly NodeRow[];
  readonly onClose: () => void;
}

export function AccountDialog(props: AccountDialogProps): ReactElement | undefined {
  const { name, rows, selected, onClose } = props;
  const [node] = selected;
  switch (name) {
    case "create-account":
      return <CreateAccountDialog rows={rows} onClose={onClose} />;
    case "create-unit":
      return <CreateUnitDialog rows={rows} beside={node} onClose={onClose} />;
    case "move":
      return <MoveAccountsDialog rows={rows} accounts={selected} onClose={onClose} />;
    case "rename-unit":
      return node && <RenameUnitDialog unit={node} onClose={onClose} />;
    case "delete-unit":
      return node && <DeleteUnitDialog unit={node} onClose={onClose} />;
    case "close-account":
      return node && <CloseAccountDialog account={node} onClose={onClose} />;
    case "remove-account":
      return node && <RemoveAccountDialog account={node} onClose={onClose} />;
  }
}
