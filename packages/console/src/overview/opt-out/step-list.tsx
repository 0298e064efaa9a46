// The steps as a list: what they will do and who may, or how far they are.

import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ReactElement, ReactNode } from "react";
import type { Permission } from "../../api/permission.js";
import { PolicyText } from "../../elements/policy-text.js";
import { fullLockContent } from "./full-lock.js";
import type { StepStatus } from "./opt-out-run.js";
import { plannedCall, stepTitle } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";
import type { RunStep } from "./use-opt-out-run.js";

interface PlannedStepsProps {
  readonly steps: readonly OptOutStep[];
  /** Of each step, in their order. */
  readonly permissions: readonly Permission[];
}

export function PlannedSteps({ steps, permissions }: PlannedStepsProps): ReactElement {
  return (
    <Numbered label="Steps">
      {steps.map((step, index) => (
        <div key={stepTitle(step)}>
          <Box fontWeight="bold">{stepTitle(step)}</Box>
          <Allowed operation={plannedCall(step).operation} permission={permissions[index]} />
          <Content step={step} />
        </div>
      ))}
    </Numbered>
  );
}

interface AllowedProps {
  readonly operation: string;
  readonly permission: Permission | undefined;
}

function Allowed({ operation, permission }: AllowedProps): ReactElement {
  const needs = `organizations:${operation}`;
  switch (permission?.verdict) {
    case "allowed":
      return <StatusIndicator type="success">You may: {needs}</StatusIndicator>;
    case "denied":
      return (
        <StatusIndicator type="error">
          You may not: {needs}
          {permission.reason !== undefined && ` (${permission.reason})`}
        </StatusIndicator>
      );
    case "unknown":
    case undefined:
      return <StatusIndicator type="pending">Whether you may is not known yet: {needs}</StatusIndicator>;
  }
}

function Content({ step }: { readonly step: OptOutStep }): ReactElement | null {
  if (step.kind !== "create-policy" && step.kind !== "update-policy") return null;
  const isNew = step.kind === "create-policy";
  return (
    <>
      {!isNew && (
        <ul>
          {step.edits.map((edit) => (
            <li key={edit}>{edit}</li>
          ))}
        </ul>
      )}
      <ExpandableSection
        headerText={isNew ? "Show the policy" : "Show the policy as it then is"}
        variant="footer"
      >
        <PolicyText text={isNew ? fullLockContent : step.content} />
      </ExpandableSection>
    </>
  );
}

const statuses: Readonly<
  Record<StepStatus, { readonly type: StatusIndicatorProps.Type; readonly words: string }>
> = {
  waiting: { type: "pending", words: "Not made yet" },
  working: { type: "loading", words: "Being made" },
  done: { type: "success", words: "Done" },
  failed: { type: "error", words: "Failed" },
};

export function MadeSteps({ steps }: { readonly steps: readonly RunStep[] }): ReactElement {
  return (
    <div aria-live="polite">
      <Numbered label="Progress">
        {steps.map(({ step, status }) => (
          <div key={stepTitle(step)}>
            <Box fontWeight="bold">{stepTitle(step)}</Box>
            <StatusIndicator type={statuses[status].type}>{statuses[status].words}</StatusIndicator>
          </div>
        ))}
      </Numbered>
    </div>
  );
}

function Numbered({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly ReactNode[];
}): ReactElement {
  return (
    <ol className="step-list" aria-label={label}>
      {children.map((child, index) => (
        <li key={index}>
          <SpaceBetween size="xxs">{child}</SpaceBetween>
        </li>
      ))}
    </ol>
  );
}
