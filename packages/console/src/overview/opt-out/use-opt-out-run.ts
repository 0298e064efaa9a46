// The run of the steps as the page shows it: what is done, what is being done, what failed and why.

import { useState } from "react";
import type { ApiError } from "../../api/api-error.js";
import { useChange } from "../../api/change.js";
import { counted } from "../../organization/impact.js";
import { policiesKey, treeKey } from "../../organization/use-organization.js";
import { runOptOut } from "./opt-out-run.js";
import type { StepStatus } from "./opt-out-run.js";
import type { OptOutStep } from "./opt-out-step.js";

export interface RunStep {
  readonly step: OptOutStep;
  readonly status: StepStatus;
}

export interface OptOutRun {
  /** Of the last run; empty before the first. */
  readonly steps: readonly RunStep[];
  /** True until all was read again, too. */
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly error: ApiError | undefined;
  readonly start: (steps: readonly OptOutStep[]) => Promise<void>;
}

export function useOptOutRun(): OptOutRun {
  const [run, setRun] = useState<readonly RunStep[]>([]);
  const change = useChange({
    call: async (api, steps: readonly OptOutStep[]) =>
      runOptOut(api, steps, (index, status) =>
        setRun((before) => before.map((one, at) => (at === index ? { ...one, status } : one))),
      ),
    done: (_, steps) => `Opting out: ${counted(steps.length, ["step", "steps"])} made`,
    changes: [treeKey, policiesKey],
  });
  return {
    steps: run,
    isRunning: change.isMaking,
    isDone: run.length > 0 && run.every(({ status }) => status === "done") && !change.isMaking,
    error: change.error,
    start: async (steps) => {
      setRun(steps.map((step) => ({ step, status: "waiting" })));
      await change.make(steps);
    },
  };
}
