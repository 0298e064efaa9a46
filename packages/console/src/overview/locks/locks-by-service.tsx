// The locks service by service, with the proof of each in the split panel.

import type { Evaluation, ServiceRow } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { useAddressWord } from "../../elements/address-state.js";
import { ResourceTable } from "../../elements/resource-table.js";
import { useSplitPanel } from "../../shell/split-panel.js";
import { serviceLabel } from "../service-label.js";
import { lockColumns } from "./lock-columns.js";
import { LockProof } from "./lock-proof.js";
import { serviceLocks } from "./locks.js";
import type { ServiceLock } from "./locks.js";

interface LocksByServiceProps {
  readonly evaluation: Evaluation;
  readonly services: readonly ServiceRow[];
}

export function LocksByService({ evaluation, services }: LocksByServiceProps): ReactElement {
  const [shown, setShown] = useAddressWord("lock");
  const locks = useMemo(() => serviceLocks(evaluation, services), [evaluation, services]);
  const columns = useMemo(() => lockColumns(({ service }) => setShown(serviceLabel(service))), [setShown]);
  const lock = locks.find(({ service }) => serviceLabel(service) === shown);
  useSplitPanel(
    useMemo(
      () =>
        lock === undefined
          ? undefined
          : {
              content: <LockProof evaluation={evaluation} lock={lock} />,
              onClose: () => setShown(undefined),
            },
      [evaluation, lock, setShown],
    ),
  );
  return (
    <ResourceTable
      noun={["service", "services"]}
      title="Services"
      name="lock"
      variant="embedded"
      items={locks}
      idOf={idOf}
      columns={columns}
      empty="No service is known."
    />
  );
}

const idOf = ({ service }: ServiceLock): string => serviceLabel(service);
