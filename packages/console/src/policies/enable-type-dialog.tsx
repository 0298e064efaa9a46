// Enabling a policy type: its policies can be attached from then on.

import { EnablePolicyTypeCommand } from "@aws-sdk/client-organizations";
import type { EnablePolicyTypeRequest } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { policiesKey, treeKey } from "../organization/use-organization.js";
import type { PolicyTypeRow } from "./policy-types-columns.js";

interface EnableTypeDialogProps {
  readonly row: Pick<PolicyTypeRow, "type" | "name" | "rootId">;
  readonly onClose: () => void;
}

export function EnableTypeDialog({ row, onClose }: EnableTypeDialogProps): ReactElement {
  const { type, name, rootId } = row;
  const input: EnablePolicyTypeRequest = { RootId: rootId, PolicyType: type };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: EnablePolicyTypeRequest) =>
      api.organizations((client) => client.send(new EnablePolicyTypeCommand(asked))),
    done: () => `${name} enabled`,
    // Service control policies come with one that is attached to everything.
    changes: [treeKey, policiesKey],
  });
  return (
    <ChangeDialog
      header={`Enable ${name}?`}
      action="Enable"
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "EnablePolicyType", input }]}
    >
      <Box>
        Policies of this type can then be attached to the root, OUs and accounts.{" "}
        {type === "SERVICE_CONTROL_POLICY"
          ? "AWS's policy FullAWSAccess is attached to all of them at once, so that nothing is forbidden yet."
          : "Nothing changes for any account until one is attached."}
      </Box>
    </ChangeDialog>
  );
}
