// Detaching a policy from a node, after seeing what flips.

import Alert from "@cloudscape-design/components/alert";
import { DetachPolicyCommand } from "@aws-sdk/client-organizations";
import type { PolicySummary } from "@aws-sdk/client-organizations";
import type { Change } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { useChange } from "../../api/change.js";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { ImpactPreview } from "../../organization/impact-preview.js";
import { useImpact } from "../../organization/use-impact.js";
import { policiesKey } from "../../organization/use-organization.js";
import { aiOptOutType } from "../../paths.js";
import type { NodeRow } from "../node-rows.js";

interface DetachPolicyDialogProps {
  readonly type: string;
  readonly node: NodeRow;
  readonly policy: PolicySummary;
  readonly onClose: () => void;
}

export function DetachPolicyDialog(props: DetachPolicyDialogProps): ReactElement {
  const { type, node, policy, onClose } = props;
  const { Id: policyId = "", Name: name = policyId } = policy;
  const input = { PolicyId: policyId, TargetId: node.id };
  const changes = useMemo(
    (): readonly Change[] => [{ kind: "policy-detached", policyId, targetId: node.id }],
    [policyId, node.id],
  );
  const impact = useImpact(changes);
  const detach = useChange({
    call: async (api, asked: typeof input) => {
      await api.organizations((client) => client.send(new DetachPolicyCommand(asked)));
      return asked;
    },
    done: () => `Policy ${name} detached from ${node.name}`,
    changes: [policiesKey],
  });
  return (
    <ChangeDialog
      header={`Detach ${name} from ${node.name}`}
      action="Detach policy"
      onSubmit={async () => detach.make(input)}
      onClose={onClose}
      isMaking={detach.isMaking}
      error={detach.error}
      cli={[{ operation: "DetachPolicy", input }]}
      size="large"
    >
      {type !== aiOptOutType ? (
        <Alert type="warning">
          The policy no longer counts for {node.name} and for what stands below. What that changes is not
          worked out for this type of policy.
        </Alert>
      ) : (
        <ImpactPreview {...impact} />
      )}
    </ChangeDialog>
  );
}
