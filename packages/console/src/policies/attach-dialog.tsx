// Attaching a policy to the root, OUs or accounts, several at once, with what that would change.

import { AttachPolicyCommand } from "@aws-sdk/client-organizations";
import type { PolicySummary, PolicyTargetSummary } from "@aws-sdk/client-organizations";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Change } from "@withhold/policy";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { inTurn } from "../api/partly-made.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { NodePicker } from "../elements/node-picker.js";
import { counted } from "../organization/impact.js";
import { ImpactPreview } from "../organization/impact-preview.js";
import type { TreeNode } from "../organization/tree-nodes.js";
import { deletesContent, useImpact } from "../organization/use-impact.js";
import { policiesKey } from "../organization/use-organization.js";
import { aiOptOutType } from "../paths.js";

interface AttachDialogProps {
  readonly policy: PolicySummary;
  readonly targets: readonly PolicyTargetSummary[];
  readonly onClose: () => void;
}

export function AttachDialog({ policy, targets, onClose }: AttachDialogProps): ReactElement {
  const { Id: policyId = "", Name: name = policyId, Type: type } = policy;
  const [chosen, setChosen] = useState<readonly TreeNode[]>([]);
  const attached = useMemo(() => new Set(targets.map(({ TargetId: id }) => id)), [targets]);
  const open = useMemo(() => chosen.filter(({ id }) => !attached.has(id)), [chosen, attached]);
  const isEvaluated = type === aiOptOutType && open.length > 0;
  const changes = useMemo(
    () =>
      isEvaluated ? open.map(({ id }): Change => ({ kind: "policy-attached", policyId, targetId: id })) : [],
    [isEvaluated, open, policyId],
  );
  const impact = useImpact(changes);
  const { make, isMaking, error } = useChange({
    call: async (api, to: readonly TreeNode[]) =>
      inTurn(
        to,
        async ({ id }) =>
          api.organizations((client) =>
            client.send(new AttachPolicyCommand({ PolicyId: policyId, TargetId: id })),
          ),
        (made) => `attached to ${made} of ${counted(to.length, ["target", "targets"])}`,
      ),
    done: (count) => `${name} attached to ${counted(count, ["target", "targets"])}`,
    changes: [policiesKey],
  });
  return (
    <ChangeDialog
      header={`Attach ${name}`}
      action={open.length > 1 ? `Attach to ${open.length} targets` : "Attach"}
      size="large"
      onSubmit={async () => make(open)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      because={open.length === 0 ? "Choose a target first" : undefined}
      cli={open.map(({ id }) => ({
        operation: "AttachPolicy",
        input: { PolicyId: policyId, TargetId: id },
      }))}
      {...(isEvaluated && deletesContent(impact) ? { typeToConfirm: "attach" } : {})}
    >
      <SpaceBetween size="m">
        <NodePicker
          label="New targets"
          selected={chosen}
          onChange={setChosen}
          whyNot={({ id }) => (attached.has(id) ? "attached already" : undefined)}
        />
        {isEvaluated && <ImpactPreview {...impact} />}
      </SpaceBetween>
    </ChangeDialog>
  );
}
