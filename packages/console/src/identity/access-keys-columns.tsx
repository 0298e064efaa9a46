// What the table of access keys shows.

import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { CopiedText } from "../elements/copied-text.js";
import { Instant } from "../elements/instant.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import type { UsedAccessKey } from "./access-keys.js";

export const accessKeysColumns: readonly ResourceColumn<UsedAccessKey>[] = [
  {
    id: "id",
    header: "Access key ID",
    isRowHeader: true,
    value: ({ AccessKeyId: id = "" }) => id,
    cell: ({ AccessKeyId: id = "" }) => <CopiedText text={id} what="access key ID" />,
  },
  {
    id: "status",
    header: "Status",
    value: ({ Status: status = "" }) => status,
    cell: ({ Status: status }) => (
      <StatusIndicator type={status === "Active" ? "success" : "stopped"}>{status}</StatusIndicator>
    ),
  },
  {
    id: "created",
    header: "Created",
    value: ({ CreateDate: at }) => at?.toISOString() ?? "",
    cell: ({ CreateDate: at }) => <Instant at={at} />,
  },
  {
    id: "used",
    header: "Last used",
    value: ({ lastUsed: at }) => at?.toISOString() ?? "",
    cell: ({ lastUsed: at }) => (at === undefined ? "Not known" : <Instant at={at} />),
  },
];
