// Disabling a policy type: detaches its policies everywhere, which for AI services shares content again.

import { DisablePolicyTypeCommand } from "@aws-sdk/client-organizations";
import type { DisablePolicyTypeRequest } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Change } from "@withhold/policy";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { ImpactPreview } from "../organization/impact-preview.js";
import { useImpact } from "../organization/use-impact.js";
import { policiesKey, treeKey } from "../organization/use-organization.js";
import { aiOptOutType } from "../paths.js";
import type { PolicyTypeRow } from "./policy-types-columns.js";

interface DisableTypeDialogProps {
  readonly row: Pick<PolicyTypeRow, "type" | "name" | "rootId">;
  readonly onClose: () => void;
}

export function DisableTypeDialog({ row, onClose }: DisableTypeDialogProps): ReactElement {
  const { type, name, rootId } = row;
  const input: DisablePolicyTypeRequest = { RootId: rootId, PolicyType: type };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: DisablePolicyTypeRequest) =>
      api.organizations((client) => client.send(new DisablePolicyTypeCommand(asked))),
    done: () => `${name} disabled and detached everywhere`,
    changes: [treeKey, policiesKey],
  });
  return (
    <ChangeDialog
      header={`Disable ${name}?`}
      action="Disable"
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "DisablePolicyType", input }]}
      typeToConfirm="disable"
      size="large"
    >
      <SpaceBetween size="m">
        <Alert type="warning" header="Every policy of this type is detached, everywhere">
          The policies themselves stay. Enabling the type again does not bring back where they were attached
          {type === "SERVICE_CONTROL_POLICY" && ", but for FullAWSAccess, which is then attached everywhere"}.
        </Alert>
        {type === aiOptOutType && <DetachedEverywhere />}
      </SpaceBetween>
    </ChangeDialog>
  );
}

const typeDisabled: readonly Change[] = [{ kind: "type-disabled", policyType: aiOptOutType }];

function DetachedEverywhere(): ReactElement {
  return <ImpactPreview {...useImpact(typeDisabled)} />;
}
