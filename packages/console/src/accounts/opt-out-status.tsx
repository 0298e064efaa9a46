// Where a node stands, as a word with its sign.

import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Choice } from "@withhold/policy";
import type { ReactElement } from "react";
import { stateTexts } from "./opt-out-state.js";
import type { OptOutState } from "./opt-out-state.js";

const types: Readonly<Record<OptOutState, StatusIndicatorProps.Type>> = {
  "opted-out": "success",
  "opted-in": "error",
  "no-choice": "warning",
  unknown: "pending",
};

export function OptOutStatus({ state }: { readonly state: OptOutState }): ReactElement {
  return <StatusIndicator type={types[state]}>{stateTexts[state]}</StatusIndicator>;
}

const choiceStates: Readonly<Record<Choice, OptOutState>> = {
  optOut: "opted-out",
  optIn: "opted-in",
  undecided: "no-choice",
  undetermined: "unknown",
};

export const choiceTexts: Readonly<Record<Choice, string>> = {
  optOut: "Opted out",
  optIn: "Opted in",
  undecided: "No choice",
  undetermined: "Unknown",
};

/** The same for one service. */
export function OptOutChoiceStatus({ choice }: { readonly choice: Choice }): ReactElement {
  return <StatusIndicator type={types[choiceStates[choice]]}>{choiceTexts[choice]}</StatusIndicator>;
}
