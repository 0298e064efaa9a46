// Where the policy type is not enabled: what that means, and the button that enables it.

import type { PolicyType } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { typeStatus, useRoot } from "../organization/use-root.js";
import { EnableTypeDialog } from "../policies/enable-type-dialog.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";

export function EnableTypeNotice({ type }: { readonly type: PolicyType }): ReactElement | null {
  const { data: root } = useRoot();
  const [isEnabling, setIsEnabling] = useState(false);
  if (root === undefined || typeStatus(root, type) === "ENABLED") return null;
  const row = { type, name: policyTypeFacts(type)?.name ?? type, rootId: root.Id ?? "" };
  return (
    <>
      <Alert
        type="info"
        header="This policy type is not enabled"
        action={
          <ActionButton
            operation="EnablePolicyType"
            input={{ RootId: row.rootId, PolicyType: type }}
            onClick={() => setIsEnabling(true)}
          >
            Enable policy type
          </ActionButton>
        }
      >
        The policy can be written now. It can be attached, and has an effect, once the type is enabled.
      </Alert>
      {isEnabling && <EnableTypeDialog row={row} onClose={() => setIsEnabling(false)} />}
    </>
  );
}
