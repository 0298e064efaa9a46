// The policies that count for a node, type by type: attached here, and inherited from which level.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import type { PolicySummary } from "@aws-sdk/client-organizations";
import { ScreenLink } from "../../elements/screen-link.js";
import { paths } from "../../paths.js";
import { AttachPolicyDialog } from "../dialogs/attach-policy-dialog.js";
import { DetachPolicyDialog } from "../dialogs/detach-policy-dialog.js";
import { enabledTypes } from "../enabled-types.js";
import { AttachedPolicies } from "./attached-policies.js";
import type { PanelProps } from "./panel-props.js";

type Asked =
  | { readonly kind: "attach"; readonly type: string; readonly attachedIds: readonly string[] }
  | { readonly kind: "detach"; readonly type: string; readonly policy: PolicySummary };

export function PoliciesTab({ organization, rows, node }: PanelProps): ReactElement {
  const [asked, setAsked] = useState<Asked>();
  const types = enabledTypes(organization.tree.root.PolicyTypes ?? []);
  if (types.length === 0) {
    return (
      <Box>
        No policy type is enabled, so no policy counts anywhere. Enable one under{" "}
        <ScreenLink to={paths.policyTypes}>policy types</ScreenLink>.
      </Box>
    );
  }
  return (
    <SpaceBetween size="l">
      {types.map((type) => (
        <AttachedPolicies
          key={type}
          type={type}
          rows={rows}
          node={node}
          onAttach={(attachedIds) => setAsked({ kind: "attach", type, attachedIds })}
          onDetach={(policy) => setAsked({ kind: "detach", type, policy })}
        />
      ))}
      {asked?.kind === "attach" && (
        <AttachPolicyDialog {...asked} node={node} onClose={() => setAsked(undefined)} />
      )}
      {asked?.kind === "detach" && (
        <DetachPolicyDialog {...asked} node={node} onClose={() => setAsked(undefined)} />
      )}
    </SpaceBetween>
  );
}
