// Whether a new policy is attached at once, to the target that its impact is looked at for.

import Checkbox from "@cloudscape-design/components/checkbox";
import type { ReactElement } from "react";
import { useTreeNodes } from "../organization/use-tree-nodes.js";
import { targetName } from "./target-options.js";

interface AttachChoiceProps {
  readonly targetId: string | undefined;
  readonly isAttaching: boolean;
  readonly onChange: (isAttaching: boolean) => void;
}

export function AttachChoice({ targetId, isAttaching, onChange }: AttachChoiceProps): ReactElement {
  const { nodes } = useTreeNodes();
  return (
    <Checkbox
      checked={isAttaching}
      disabled={targetId === undefined}
      onChange={({ detail }) => onChange(detail.checked)}
      description={
        targetId === undefined
          ? "Choose a target in the impact panel to attach the policy at once"
          : "Takes effect at once"
      }
    >
      {targetId === undefined ? "Attach it at once" : `Attach it at once to ${targetName(nodes, targetId)}`}
    </Checkbox>
  );
}
