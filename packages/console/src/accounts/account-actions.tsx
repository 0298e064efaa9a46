// What can be done: make accounts and OUs, and change what is selected.

import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { ActionMenu } from "../elements/action-menu.js";
import type { MenuAction } from "../elements/action-menu.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { actionReasons } from "./action-reasons.js";
import type { NodeRow, NodeRows } from "./node-rows.js";

export type DialogName =
  | "create-account"
  | "create-unit"
  | "move"
  | "rename-unit"
  | "delete-unit"
  | "close-account"
  | "remove-account";

interface AccountActionsProps {
  readonly organization: EvaluatedOrganization;
  readonly rows: NodeRows;
  readonly selected: readonly NodeRow[];
  readonly onOpen: (dialog: DialogName) => void;
}

export function AccountActions({ organization, rows, selected, onOpen }: AccountActionsProps): ReactElement {
  const reasons = actionReasons(selected, {
    childrenCount: (id) => rows.childrenOf(id).length,
    hasAllFeatures: organization.tree.organization.FeatureSet === "ALL",
  });
  const [only] = selected;
  const account = only?.kind === "Account" ? { AccountId: only.id } : {};
  const unit = only?.kind === "OU" ? { OrganizationalUnitId: only.id } : {};
  const actions: readonly MenuAction<DialogName>[] = [
    {
      id: "move",
      text: selected.length > 1 ? `Move ${selected.length} accounts` : "Move account",
      operation: "MoveAccount",
      input: account,
      because: reasons.move,
    },
    { id: "create-unit", text: "Create OU", operation: "CreateOrganizationalUnit", input: {} },
    {
      id: "rename-unit",
      text: "Rename OU",
      operation: "UpdateOrganizationalUnit",
      input: unit,
      because: reasons.rename,
    },
    {
      id: "delete-unit",
      text: "Delete OU",
      operation: "DeleteOrganizationalUnit",
      input: unit,
      because: reasons.deleteUnit,
    },
    {
      id: "close-account",
      text: "Close account",
      operation: "CloseAccount",
      input: account,
      because: reasons.close,
    },
    {
      id: "remove-account",
      text: "Remove account from the organization",
      operation: "RemoveAccountFromOrganization",
      input: account,
      because: reasons.remove,
    },
  ];
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ActionMenu actions={actions} onChoose={onOpen}>
        Actions
      </ActionMenu>
      <ActionButton operation="CreateAccount" variant="primary" onClick={() => onOpen("create-account")}>
        Create account
      </ActionButton>
    </SpaceBetween>
  );
}
