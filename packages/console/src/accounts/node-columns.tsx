// The columns of the tree and of the list.

import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { TableProps } from "@cloudscape-design/components/table";
import type { ReactElement } from "react";
import { Instant } from "../elements/instant.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { NodeName } from "./node-name.js";
import type { NodeRow } from "./node-rows.js";
import { OptOutStatus } from "./opt-out-status.js";

export function AccountState({ state }: { readonly state: string }): ReactElement {
  if (state === "") return <span>–</span>;
  return (
    <StatusIndicator type={state === "ACTIVE" ? "success" : "stopped"}>{stateWord(state)}</StatusIndicator>
  );
}

/** `PENDING_CLOSURE`: `Pending closure`. */
export function stateWord(state: string): string {
  const words = state.toLowerCase().replaceAll("_", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Everything but the name, which each table shows in its own way. */
const shared = {
  id: {
    id: "id",
    minWidth: 180,
    header: "ID",
    value: ({ id }) => id,
  },
  optOut: {
    id: "optOut",
    minWidth: 200,
    header: "AI services opt-out",
    value: ({ optOut }) => optOut,
    cell: ({ optOutState }) => <OptOutStatus state={optOutState} />,
  },
  email: { id: "email", minWidth: 240, header: "E-mail address", value: ({ email }) => email },
  state: {
    id: "state",
    minWidth: 120,
    header: "State",
    value: ({ state }) => state,
    cell: ({ state }) => <AccountState state={state} />,
  },
  path: { id: "path", minWidth: 220, header: "OU path", value: ({ path }) => path },
  joinedMethod: {
    id: "joinedMethod",
    minWidth: 120,
    header: "Joined by",
    value: ({ joinedMethod }) => joinedMethod,
    cell: ({ joinedMethod }) => stateWord(joinedMethod),
  },
  joined: {
    id: "joined",
    minWidth: 260,
    header: "Joined at",
    value: ({ joined }) => joined,
    cell: ({ joinedAt }) => <Instant at={joinedAt} />,
  },
} as const satisfies Readonly<Record<string, ResourceColumn<NodeRow>>>;

export const listColumns: readonly ResourceColumn<NodeRow>[] = [
  {
    id: "name",
    minWidth: 240,
    header: "Name",
    value: ({ name }) => name,
    cell: (row) => <NodeName row={row} />,
    isRowHeader: true,
  },
  shared.id,
  shared.email,
  shared.optOut,
  shared.state,
  shared.path,
  shared.joinedMethod,
  shared.joined,
];

const besideName: readonly TableProps.ColumnDefinition<NodeRow>[] = [
  treeColumn(shared.optOut),
  { id: "accounts", header: "Accounts opted out", cell: accountsText, minWidth: 120 },
  treeColumn(shared.id),
  treeColumn(shared.email),
  treeColumn(shared.state),
];

/** `matchesBelow` counts what a filter found below a node. */
export function treeColumns(
  matchesBelow: (id: string) => number,
): readonly TableProps.ColumnDefinition<NodeRow>[] {
  return [
    {
      id: "name",
      header: "Name",
      sortingField: "name",
      isRowHeader: true,
      minWidth: 240,
      cell: (row) => <NodeName row={row} matches={matchesBelow(row.id)} />,
    },
    ...besideName,
  ];
}

function treeColumn(column: ResourceColumn<NodeRow>): TableProps.ColumnDefinition<NodeRow> {
  const { id, header, value, cell = value, minWidth = 120 } = column;
  return { id, header, cell, sortingField: id, minWidth };
}

function accountsText({ kind, accountsBelow, accountsOptedOut, isWhole }: NodeRow): string {
  if (kind === "Account") return "";
  return isWhole
    ? `${accountsOptedOut} of ${accountsBelow}`
    : `${accountsOptedOut} of ${accountsBelow} or more`;
}
