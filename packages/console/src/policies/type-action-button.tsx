// The button that begins to enable or disable a policy type, whichever its state allows.

import type { ButtonProps } from "@cloudscape-design/components/button";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import type { PolicyTypeRow } from "./policy-types-columns.js";
import { typeStatusWords } from "./type-status-indicator.js";

interface TypeActionButtonProps {
  readonly row: PolicyTypeRow;
  readonly onEnable: () => void;
  readonly onDisable: () => void;
  readonly variant?: ButtonProps.Variant;
}

export function TypeActionButton(props: TypeActionButtonProps): ReactElement {
  const { row, onEnable, onDisable, variant = "normal" } = props;
  const { type, status, name, rootId } = row;
  const input = { RootId: rootId, PolicyType: type };
  const because =
    status === "PENDING_ENABLE" || status === "PENDING_DISABLE"
      ? `${typeStatusWords[status].toLowerCase()}: wait until that is done`
      : undefined;
  const isEnabled = status === "ENABLED" || status === "PENDING_ENABLE";
  return isEnabled ? (
    <ActionButton
      operation="DisablePolicyType"
      input={input}
      because={because}
      onClick={onDisable}
      ariaLabel={`Disable ${name}`}
    >
      Disable
    </ActionButton>
  ) : (
    <ActionButton
      operation="EnablePolicyType"
      input={input}
      because={because}
      onClick={onEnable}
      variant={variant}
      ariaLabel={`Enable ${name}`}
    >
      Enable
    </ActionButton>
  );
}
