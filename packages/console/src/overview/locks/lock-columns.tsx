// The columns of the list of locks.

import Button from "@cloudscape-design/components/button";
import type { OverrideVerdict } from "@withhold/policy";
import type { ResourceColumn } from "../../elements/resource-table.js";
import { serviceTitle } from "../service-label.js";
import { StatusLine } from "../status-line.js";
import type { Status } from "../status-line.js";
import type { ServiceLock } from "./locks.js";

const verdictWords: Readonly<Record<OverrideVerdict, string>> = {
  impossible: "Nobody can opt in",
  reachable: "Can be opted in",
  undetermined: "Unknown",
};

const verdictStatus: Readonly<Record<OverrideVerdict, Status>> = {
  impossible: "success",
  reachable: "warning",
  undetermined: "unknown",
};

export function lockColumns(onShow: (lock: ServiceLock) => void): readonly ResourceColumn<ServiceLock>[] {
  return [
    {
      id: "service",
      header: "Service",
      value: ({ service }) => serviceTitle(service),
      isRowHeader: true,
      minWidth: 280,
    },
    {
      id: "root",
      header: "Anybody below the root",
      value: ({ root }) => verdictWords[root],
      minWidth: 200,
      cell: ({ root }) => <StatusLine status={verdictStatus[root]}>{verdictWords[root]}</StatusLine>,
    },
    {
      id: "reachable",
      header: "Accounts that can be opted in",
      value: ({ accounts }) => String(accounts.reachable),
      minWidth: 170,
    },
    {
      id: "undetermined",
      header: "Accounts of which it is unknown",
      value: ({ accounts }) => String(accounts.undetermined),
      minWidth: 170,
    },
    {
      id: "proof",
      header: "Proof",
      value: () => "",
      isControl: true,
      minWidth: 110,
      cell: (lock) => (
        <Button
          variant="inline-link"
          ariaLabel={`Show proof for ${serviceTitle(lock.service)}`}
          onClick={() => onShow(lock)}
        >
          Show
        </Button>
      ),
    },
  ];
}
