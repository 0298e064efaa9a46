// Taking the administration of a service from an account.

import { DeregisterDelegatedAdministratorCommand } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { delegatedAdministratorsKey } from "./use-delegated-administrators.js";
import type { DelegatedAdministratorRow } from "./use-delegated-administrators.js";

interface DeregisterDialogProps {
  readonly row: DelegatedAdministratorRow;
  readonly onClose: () => void;
}

export function DeregisterDialog({ row, onClose }: DeregisterDialogProps): ReactElement {
  const { accountId, name, service } = row;
  const input = { AccountId: accountId, ServicePrincipal: service };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: typeof input) =>
      api.organizations((client) => client.send(new DeregisterDelegatedAdministratorCommand(asked))),
    done: () => `${name} administers ${service} no more`,
    changes: [delegatedAdministratorsKey],
  });
  return (
    <ChangeDialog
      header={`Deregister ${name}?`}
      action="Deregister"
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "DeregisterDelegatedAdministrator", input }]}
    >
      <Box>
        Account {accountId} administers {service} no more, and may no longer read the organization unless it
        administers another service, or the delegation policy lets it.
      </Box>
    </ChangeDialog>
  );
}
