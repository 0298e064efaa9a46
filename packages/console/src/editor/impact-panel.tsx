// The impact panel: what would flip, what would be deleted, and what could still be overridden below.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { createContext, memo, use } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { DeletionWarning } from "./deletion-warning.js";
import { DirectionDetails } from "./direction-details.js";
import type { PolicyImpact } from "./policy-impact.js";
import { counted } from "../organization/impact.js";
import { OverrideDetails } from "./override-details.js";
import { TargetSelect } from "./target-select.js";
import type { PolicyImpactState } from "./use-policy-impact.js";

interface ImpactPanelProps {
  readonly state: PolicyImpactState;
  readonly targetId: string | undefined;
  readonly onTarget: (targetId: string | undefined) => void;
  /** Where the policy is attached already. */
  readonly presentTargets: number | undefined;
}

const State = createContext<PolicyImpactState>({ status: "reading" });

export function ImpactPanel({ state, ...target }: ImpactPanelProps): ReactElement {
  return (
    <State value={state}>
      <Frame {...target} />
    </State>
  );
}

/** What the impact is goes around it: a container that is drawn anew has its fields prepare their options anew, of ten thousand nodes. */
const Frame = memo(function Frame(props: Omit<ImpactPanelProps, "state">): ReactElement {
  const { targetId, onTarget, presentTargets } = props;
  const isEdit = presentTargets !== undefined;
  return (
    <Container
      header={
        <Header variant="h2" description="Computed in this page; nothing is changed by looking">
          Impact
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField
          label={isEdit ? "Also look at one more target" : "If attached to"}
          description={isEdit ? presentText(presentTargets) : undefined}
          stretch
        >
          <TargetSelect
            targetId={targetId}
            onChange={onTarget}
            placeholder={isEdit ? "Present targets only" : "Choose the root, an OU or an account"}
          />
        </FormField>
        <div aria-live="polite">
          <Shown />
        </div>
      </SpaceBetween>
    </Container>
  );
});

function Shown(): ReactElement {
  const state = use(State);
  switch (state.status) {
    case "reading":
      return <StatusIndicator type="loading">Reading the organization</StatusIndicator>;
    case "unreadable":
      return <ErrorAlert error={apiError(state.error)} header="The organization could not be read" />;
    case "no-target":
      return (
        <Box color="text-body-secondary">
          Choose a target to see which accounts and services would flip, what would be deleted, and who could
          still opt in.
        </Box>
      );
    case "invalid":
      return (
        <Box color="text-body-secondary">
          The impact is shown once the document can be read. {state.message}
        </Box>
      );
    case "known":
      return <Known impact={state.impact} isStale={state.isStale} />;
  }
}

function Known({
  impact,
  isStale,
}: {
  readonly impact: PolicyImpact;
  readonly isStale: boolean;
}): ReactElement {
  const { report, directions, assumesEnabled } = impact;
  return (
    <SpaceBetween size="m">
      {isStale && <StatusIndicator type="in-progress">Computing anew</StatusIndicator>}
      {assumesEnabled && (
        <Alert type="info">
          The policy type is not enabled: no policy has any effect. This is what would hold once it is.
        </Alert>
      )}
      <div>
        <Box variant="h3">What would flip</Box>
        {directions.length === 0 ? (
          <Box color="text-body-secondary">Nothing: every account keeps what it has for every service.</Box>
        ) : (
          <SpaceBetween size="xs">
            <Box>
              {counted(report.accountsAffected, ["account", "accounts"])} of{" "}
              {report.accountsCount.toLocaleString("en")}
            </Box>
            {directions.map((direction) => (
              <DirectionDetails key={`${direction.before} ${direction.after}`} direction={direction} />
            ))}
          </SpaceBetween>
        )}
      </div>
      <DeletionWarning deletions={report.deletions} />
      <OverrideDetails impact={impact} />
    </SpaceBetween>
  );
}

function presentText(targets: number): string {
  if (targets === 0) return "The policy is attached nowhere now";
  return `What it does at its ${counted(targets, ["present target", "present targets"])} is shown already`;
}
