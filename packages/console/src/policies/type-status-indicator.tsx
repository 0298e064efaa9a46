// The state of a policy type: enabled, disabled, or on its way.

import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ReactElement } from "react";
import type { TypeStatus } from "../organization/use-root.js";

export const typeStatusWords: Readonly<Record<TypeStatus, string>> = {
  ENABLED: "Enabled",
  PENDING_ENABLE: "Being enabled",
  PENDING_DISABLE: "Being disabled",
  DISABLED: "Disabled",
};

const icons: Readonly<Record<TypeStatus, StatusIndicatorProps.Type>> = {
  ENABLED: "success",
  PENDING_ENABLE: "in-progress",
  PENDING_DISABLE: "in-progress",
  DISABLED: "stopped",
};

export function TypeStatusIndicator({ status }: { readonly status: TypeStatus }): ReactElement {
  return <StatusIndicator type={icons[status]}>{typeStatusWords[status]}</StatusIndicator>;
}
