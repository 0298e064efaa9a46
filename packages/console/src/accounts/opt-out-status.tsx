// Where a node stands, as a word with its sign.

import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Choice } from "@withhold/policy";
import { memo } from "react";
import type { ReactElement } from "react";
import { stateWords } from "../organization/account-states.js";
import type { AccountState } from "../organization/account-states.js";
import { stateOf } from "./opt-out-state.js";

const types: Readonly<Record<AccountState, StatusIndicatorProps.Type>> = {
  "opted-out": "success",
  "opted-in": "error",
  undecided: "warning",
  undetermined: "pending",
};

interface OptOutStatusProps {
  readonly state: AccountState;
}

/** Drawn once: a table draws all its rows whenever one is selected. */
export const OptOutStatus = memo(function OptOutStatus({ state }: OptOutStatusProps): ReactElement {
  return <StatusIndicator type={types[state]}>{stateWords[state]}</StatusIndicator>;
});

export const choiceTexts: Readonly<Record<Choice, string>> = {
  optOut: "Opted out",
  optIn: "Opted in",
  undecided: "No choice made",
  undetermined: "Unknown",
};

/** The same for one service. */
export function OptOutChoiceStatus({ choice }: { readonly choice: Choice }): ReactElement {
  return <StatusIndicator type={types[stateOf([choice])]}>{choiceTexts[choice]}</StatusIndicator>;
}
