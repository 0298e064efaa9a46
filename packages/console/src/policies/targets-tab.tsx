// What a policy is attached to: the list, attach, detach.

import type { PolicySummary } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ResourceTable } from "../elements/resource-table.js";
import { useTreeNodes } from "../organization/use-tree-nodes.js";
import { typeStatus, useRoot } from "../organization/use-root.js";
import { AttachDialog } from "./attach-dialog.js";
import { DetachDialog } from "./detach-dialog.js";
import type { PolicyTypeFacts } from "../organization/policy-type-facts.js";
import { idOfTargetRow, targetRow, targetsColumns } from "./targets-columns.js";
import { usePolicyTargets } from "./use-policy.js";

interface TargetsTabProps {
  readonly summary: PolicySummary;
  readonly type: PolicyTypeFacts["type"];
}

export function TargetsTab({ summary, type }: TargetsTabProps): ReactElement {
  const { Id: policyId = "" } = summary;
  const { data: targets, error } = usePolicyTargets(policyId);
  const { nodes } = useTreeNodes();
  const root = useRoot();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<"attach" | "detach">();
  const rows = useMemo(() => {
    const byId = new Map(nodes?.map((node) => [node.id, node]));
    return (targets ?? []).map((target) => targetRow(target, byId));
  }, [targets, nodes]);
  const selected = useMemo(() => rows.filter(({ id }) => ids.includes(id)), [rows, ids]);
  if (error !== null) return <ErrorAlert error={apiError(error)} header="The targets could not be read" />;
  const isDisabled = root.data !== undefined && typeStatus(root.data, type) !== "ENABLED";
  const attach = (
    <ActionButton
      operation="AttachPolicy"
      input={{ PolicyId: policyId }}
      because={isDisabled ? "Enable the policy type first" : undefined}
      variant="primary"
      onClick={() => setOpen("attach")}
    >
      Attach
    </ActionButton>
  );
  return (
    <>
      <ResourceTable
        noun={["target", "targets"]}
        name="targets-"
        title="Targets"
        description="The policy counts for these, and for everything below them."
        items={rows}
        idOf={idOfTargetRow}
        columns={targetsColumns}
        isLoading={targets === undefined}
        variant="embedded"
        selection={{ kind: "multi", ids, onChange: (items) => setIds(items.map(idOfTargetRow)) }}
        empty={
          <SpaceBetween size="xs">
            <b>It is attached nowhere</b>
            <Box color="inherit">It has no effect until you attach it to the root, an OU or an account.</Box>
            {attach}
          </SpaceBetween>
        }
        actions={
          <>
            <ActionButton
              operation="DetachPolicy"
              input={{ PolicyId: policyId }}
              because={selected.length === 0 ? "Select a target first" : undefined}
              onClick={() => setOpen("detach")}
            >
              Detach
            </ActionButton>
            {attach}
          </>
        }
      />
      {open === "attach" && (
        <AttachDialog policy={summary} targets={targets ?? []} onClose={() => setOpen(undefined)} />
      )}
      {open === "detach" && selected.length > 0 && (
        <DetachDialog policy={summary} targets={selected} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
