// Detaching a policy from the targets that were selected, with what that would change.

import { DetachPolicyCommand } from "@aws-sdk/client-organizations";
import type { PolicySummary } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Change } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { inTurn } from "../api/partly-made.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { counted } from "../organization/impact.js";
import { ImpactPreview } from "../organization/impact-preview.js";
import { useImpact } from "../organization/use-impact.js";
import { policiesKey } from "../organization/use-organization.js";
import { aiOptOutType } from "../paths.js";
import type { TargetRow } from "./targets-columns.js";

interface DetachDialogProps {
  readonly policy: PolicySummary;
  readonly targets: readonly TargetRow[];
  readonly onClose: () => void;
}

export function DetachDialog({ policy, targets, onClose }: DetachDialogProps): ReactElement {
  const { Id: policyId = "", Name: name = policyId } = policy;
  const { make, isMaking, error } = useChange({
    call: async (api, from: readonly TargetRow[]) =>
      inTurn(
        from,
        async ({ id }) =>
          api.organizations((client) =>
            client.send(new DetachPolicyCommand({ PolicyId: policyId, TargetId: id })),
          ),
        (made) => `detached from ${made} of ${counted(from.length, ["target", "targets"])}`,
      ),
    done: (count) => `${name} detached from ${counted(count, ["target", "targets"])}`,
    changes: [policiesKey],
  });
  return (
    <ChangeDialog
      header={`Detach ${name}?`}
      action="Detach"
      size="large"
      onSubmit={async () => make(targets)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={targets.map(({ id }) => ({
        operation: "DetachPolicy",
        input: { PolicyId: policyId, TargetId: id },
      }))}
      {...(targets.length > 1 ? { typeToConfirm: "detach" } : {})}
    >
      <SpaceBetween size="m">
        <Box>
          From {targets.map(({ name }) => name).join(", ")}. It takes effect at once; attaching again puts the
          policy after the others there.
        </Box>
        {policy.Type === aiOptOutType && <DetachedImpact policyId={policyId} targets={targets} />}
      </SpaceBetween>
    </ChangeDialog>
  );
}

function DetachedImpact(props: {
  readonly policyId: string;
  readonly targets: readonly TargetRow[];
}): ReactElement {
  const { policyId, targets } = props;
  const changes = useMemo(
    () => targets.map(({ id }): Change => ({ kind: "policy-detached", policyId, targetId: id })),
    [policyId, targets],
  );
  return <ImpactPreview {...useImpact(changes)} />;
}
