// The confirmation that content may be deleted, before a change that deletes it takes effect.

import Checkbox from "@cloudscape-design/components/checkbox";
import type { ReactElement } from "react";
import type { PolicyImpact } from "./policy-impact.js";
import { counted } from "../organization/impact.js";

interface ConfirmDeletionProps {
  readonly impact: PolicyImpact;
  readonly isConfirmed: boolean;
  readonly onChange: (isConfirmed: boolean) => void;
}

export function ConfirmDeletion({
  impact,
  isConfirmed,
  onChange,
}: ConfirmDeletionProps): ReactElement | null {
  const accounts = new Set(
    impact.report.deletions.flatMap((deletion) => deletion.accounts.map(({ id }) => id)),
  );
  if (accounts.size === 0) return null;
  return (
    <Checkbox
      checked={isConfirmed}
      onChange={({ detail }) => onChange(detail.checked)}
      description="The impact panel names the services and accounts. It cannot be undone"
    >
      I know that stored content of {counted(accounts.size, ["account", "accounts"])} will be deleted
    </Checkbox>
  );
}
