// Where the policy type is not enabled: what that means, and the button that enables it.

import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ShowCli } from "../elements/show-cli.js";
import { treeKey, useTree } from "../organization/use-organization.js";
import { enablePolicyType } from "./policy-changes.js";
import { isTypeEnabled } from "./type-state.js";

export function EnableTypeNotice({ type }: { readonly type: string }): ReactElement | null {
  const { data: tree } = useTree();
  const rootId = tree?.root.Id ?? "";
  const enable = useChange({
    call: async (api, input: { readonly RootId: string; readonly PolicyType: string }) => {
      await enablePolicyType(api, input.RootId, input.PolicyType);
      return input;
    },
    done: () => "Policy type enabled",
    changes: [treeKey],
  });
  if (isTypeEnabled(tree, type) !== false) return null;
  const input = { RootId: rootId, PolicyType: type };
  return (
    <Alert
      type="info"
      header="This policy type is not enabled"
      action={
        <ActionButton
          operation="EnablePolicyType"
          input={input}
          loading={enable.isMaking}
          onClick={() => void enable.make(input)}
        >
          Enable policy type
        </ActionButton>
      }
    >
      <SpaceBetween size="xs">
        <span>
          The policy can be created now. It can be attached, and has an effect, once the type is enabled.
        </span>
        <ErrorAlert error={enable.error} header="The policy type was not enabled" />
        <ShowCli calls={[{ operation: "EnablePolicyType", input }]} />
      </SpaceBetween>
    </Alert>
  );
}
