// The columns of the table of policy types.

import type { PolicyTypeFacts } from "../organization/policy-type-facts.js";
import type { TypeStatus } from "../organization/use-root.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { TypeActionButton } from "./type-action-button.js";
import { TypeStatusIndicator, typeStatusWords } from "./type-status-indicator.js";

export interface PolicyTypeRow extends PolicyTypeFacts {
  readonly status: TypeStatus;
  /** How many policies there are; undefined where that is not known. */
  readonly count: string | undefined;
  /** Types are enabled at the root. */
  readonly rootId: string;
}

interface Actions {
  readonly onEnable: (row: PolicyTypeRow) => void;
  readonly onDisable: (row: PolicyTypeRow) => void;
}

export function policyTypesColumns({
  onEnable,
  onDisable,
}: Actions): readonly ResourceColumn<PolicyTypeRow>[] {
  return [
    {
      id: "name",
      header: "Policy type",
      isRowHeader: true,
      value: ({ name }) => name,
      cell: ({ name, type }) => <ScreenLink to={paths.policies(type)}>{name}</ScreenLink>,
    },
    { id: "purpose", header: "What it is for", value: ({ purpose }) => purpose, minWidth: 260 },
    {
      id: "status",
      header: "State",
      minWidth: 140,
      value: ({ status }) => typeStatusWords[status],
      cell: ({ status }) => <TypeStatusIndicator status={status} />,
    },
    { id: "count", header: "Policies", value: ({ count }) => count ?? "unknown" },
    {
      id: "change",
      header: "Change",
      minWidth: 150,
      isControl: true,
      value: () => "",
      cell: (row) => (
        <TypeActionButton row={row} onEnable={() => onEnable(row)} onDisable={() => onDisable(row)} />
      ),
    },
  ];
}
