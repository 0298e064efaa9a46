// A menu of changes: each disabled, with the reason, where it cannot be made.

import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import type { ReactElement } from "react";
import { reasonAgainst, usePermissions } from "../api/permission.js";

export interface MenuAction<Id extends string = string> {
  readonly id: Id;
  readonly text: string;
  /** The API's operation behind it, and its input as far as it is known. */
  readonly operation: string;
  readonly input?: object;
  /** Another reason that it cannot be done; undefined where it can. */
  readonly because?: string | undefined;
}

interface ActionMenuProps<Id extends string> {
  readonly actions: readonly MenuAction<Id>[];
  readonly onChoose: (id: Id) => void;
  /** On the button. */
  readonly children: string;
}

export function ActionMenu<Id extends string>({
  actions,
  onChoose,
  children,
}: ActionMenuProps<Id>): ReactElement {
  const permissions = usePermissions(actions);
  const items = actions.map(({ id, text, operation, because }, index) => {
    const reason = reasonAgainst(permissions[index] ?? { verdict: "unknown" }, operation, because);
    return { id, text, ...(reason === undefined ? {} : { disabled: true, disabledReason: reason }) };
  });
  return (
    <ButtonDropdown
      items={items}
      onItemClick={({ detail }) => {
        const chosen = actions.find(({ id }) => id === detail.id);
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    >
      {children}
    </ButtonDropdown>
  );
}
