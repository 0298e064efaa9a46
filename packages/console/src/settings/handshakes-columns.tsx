// The columns of the tables of handshakes.

import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { CopiedText } from "../elements/copied-text.js";
import { Instant, utcText } from "../elements/instant.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { handshakeStateWords } from "./handshake-row.js";
import type { HandshakeRow } from "./handshake-row.js";
import type { HandshakesOf } from "./use-handshakes.js";

const icons: Readonly<Record<HandshakeRow["state"], StatusIndicatorProps.Type>> = {
  REQUESTED: "pending",
  OPEN: "pending",
  ACCEPTED: "success",
  DECLINED: "error",
  CANCELED: "stopped",
  EXPIRED: "stopped",
  UNKNOWN: "warning",
};

export function idOfHandshakeRow({ id }: HandshakeRow): string {
  return id;
}

export function handshakesColumns(of: HandshakesOf): readonly ResourceColumn<HandshakeRow>[] {
  const partyOf = (row: HandshakeRow): string =>
    of === "organization" ? (row.recipient ?? "This organization") : row.organization;
  return [
    {
      id: "party",
      header: of === "organization" ? "Sent to" : "Sent by",
      minWidth: 170,
      isRowHeader: true,
      value: partyOf,
      cell: (row) => (
        <>
          {partyOf(row)}
          <Box variant="small" color="text-body-secondary" display="block">
            {row.action}
          </Box>
        </>
      ),
    },
    { id: "action", header: "Asks to", isHidden: true, value: ({ action }) => action },
    {
      id: "state",
      header: "State",
      minWidth: 130,
      value: ({ state }) => handshakeStateWords[state],
      cell: ({ state }) => (
        <StatusIndicator type={icons[state]}>{handshakeStateWords[state]}</StatusIndicator>
      ),
    },
    instantColumn("requested", "Sent", ({ requestedAt }) => requestedAt),
    instantColumn("expires", "Expires", ({ expiresAt }) => expiresAt),
    { id: "notes", header: "Notes", value: ({ notes }) => notes },
    {
      id: "id",
      header: "Handshake ID",
      minWidth: 165,
      value: ({ id }) => id,
      cell: ({ id }) => <CopiedText text={id} what="handshake ID" />,
    },
  ];
}

function instantColumn(
  id: string,
  header: string,
  at: (row: HandshakeRow) => Date | undefined,
): ResourceColumn<HandshakeRow> {
  return {
    id,
    header,
    minWidth: 150,
    value: (row) => textOf(at(row)),
    cell: (row) => <Instant at={at(row)} />,
  };
}

function textOf(at: Date | undefined): string {
  return at === undefined ? "" : utcText(at);
}
