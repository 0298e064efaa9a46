// Deleting the delegation policy.

import { DeleteResourcePolicyCommand } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { delegationPolicyKey } from "./use-delegation-policy.js";

export function DeleteDelegationDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { make, isMaking, error } = useChange({
    call: async (api, input: object) =>
      api.organizations((client) => client.send(new DeleteResourcePolicyCommand(input))),
    done: () => "Delegation policy deleted",
    changes: [delegationPolicyKey],
  });
  return (
    <ChangeDialog
      header="Delete the delegation policy?"
      action="Delete"
      onSubmit={async () => make({})}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "DeleteResourcePolicy", input: {} }]}
      typeToConfirm="delete"
    >
      <Box>
        The accounts that it names can manage policies no more. Policies that they made stay as they are, and
        where they are attached.
      </Box>
    </ChangeDialog>
  );
}
