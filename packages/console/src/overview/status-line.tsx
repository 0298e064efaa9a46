// A status in words that wrap like any text, led by its icon.

import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import type { IconProps } from "@cloudscape-design/components/icon";
import type { ReactElement, ReactNode } from "react";

export type Status = "success" | "error" | "warning" | "unknown" | "none";

interface StatusLineProps {
  readonly status: Status;
  readonly children: ReactNode;
}

const icons: Readonly<Record<Status, Pick<IconProps, "name" | "variant">>> = {
  success: { name: "status-positive", variant: "success" },
  error: { name: "status-negative", variant: "error" },
  warning: { name: "status-warning", variant: "warning" },
  unknown: { name: "status-pending", variant: "subtle" },
  none: { name: "status-stopped", variant: "subtle" },
};

const colours = {
  success: "text-status-success",
  error: "text-status-error",
  warning: "text-status-warning",
  unknown: "text-status-inactive",
  none: "text-status-inactive",
} as const;

export function StatusLine({ status, children }: StatusLineProps): ReactElement {
  return (
    <Box color={colours[status]}>
      <Icon {...icons[status]} /> {children}
    </Box>
  );
}
