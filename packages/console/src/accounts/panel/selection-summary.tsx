// What several selected nodes come to together.

import Box from "@cloudscape-design/components/box";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { accountStates } from "../../organization/account-states.js";
import type { NodeRow } from "../node-rows.js";
import { OptOutStatus } from "../opt-out-status.js";

export function SelectionSummary({ selected }: { readonly selected: readonly NodeRow[] }): ReactElement {
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={accountStates.map((state) => ({
          label: <OptOutStatus state={state} />,
          value: selected.filter(({ optOutState }) => optOutState === state).length,
        }))}
      />
      <Box color="text-body-secondary">Select one account, OU or root to see its policies.</Box>
    </SpaceBetween>
  );
}
