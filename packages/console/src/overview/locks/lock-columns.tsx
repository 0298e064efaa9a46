// The columns of the list of locks.

import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { OverrideVerdict } from "@withhold/policy";
import type { ResourceColumn } from "../../elements/resource-table.js";
import { serviceTitle } from "../service-label.js";
import type { ServiceLock } from "./locks.js";

const verdictWords: Readonly<Record<OverrideVerdict, string>> = {
  impossible: "Nobody can opt in",
  reachable: "Can be opted in",
  undetermined: "Unknown",
};

const verdictStatus: Readonly<Record<OverrideVerdict, StatusIndicatorProps.Type>> = {
  impossible: "success",
  reachable: "warning",
  undetermined: "pending",
};

export function lockColumns(onShow: (lock: ServiceLock) => void): readonly ResourceColumn<ServiceLock>[] {
  return [
    {
      id: "service",
      header: "Service",
      value: ({ service }) => serviceTitle(service),
      isRowHeader: true,
    },
    {
      id: "root",
      header: "Anybody below the root",
      value: ({ root }) => verdictWords[root],
      cell: ({ root }) => <StatusIndicator type={verdictStatus[root]}>{verdictWords[root]}</StatusIndicator>,
    },
    {
      id: "reachable",
      header: "Accounts that can be opted in",
      value: ({ accounts }) => String(accounts.reachable),
    },
    {
      id: "undetermined",
      header: "Accounts of which it is unknown",
      value: ({ accounts }) => String(accounts.undetermined),
    },
    {
      id: "proof",
      header: "Proof",
      value: () => "",
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
