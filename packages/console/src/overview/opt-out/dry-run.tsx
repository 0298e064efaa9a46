// The dry run: what will be done, what it changes, what it deletes, what stays open; and the button that does it.

import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { OrganizationSnapshot, WhatIfReport } from "@withhold/policy";
import { useState } from "react";
import type { ReactElement } from "react";
import { usePermissions } from "../../api/permission.js";
import { ScreenButton } from "../../elements/screen-button.js";
import { ShowCli } from "../../elements/show-cli.js";
import { ImpactPreview } from "../../organization/impact-preview.js";
import { impactRows } from "../../organization/impact.js";
import { paths } from "../../paths.js";
import { ClosedProof } from "./closed-proof.js";
import { freeName, nameProblem, renamed } from "./new-policy-name.js";
import { optOutCommands } from "./opt-out-commands.js";
import type { OptOutPlan, OptOutPlans } from "./opt-out-plan.js";
import { plannedCall } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";
import { PlannedSteps } from "./step-list.js";
import { WayChoice } from "./way-choice.js";

interface DryRunProps {
  readonly plans: Exclude<OptOutPlans, { readonly isDone: true }>;
  readonly snapshot: OrganizationSnapshot;
  readonly isRunning: boolean;
  /** Whether a run failed before: what is done by then is not in the plan any more. */
  readonly isResumed: boolean;
  readonly onStart: (steps: readonly OptOutStep[]) => void;
}

export function DryRun(props: DryRunProps): ReactElement {
  const { plans, hindrances, refusals } = props.plans;
  const [way, setWay] = useState(plans[0]?.way ?? "lock");
  const plan = plans.find((one) => one.way === way) ?? plans[0];
  const choice = (plans.length > 1 || hindrances.length > 0 || refusals.length > 0) && (
    <WayChoice
      plans={plans}
      chosen={plan?.way ?? "lock"}
      onChoose={setWay}
      hindrances={hindrances}
      refusals={refusals}
    />
  );
  if (plan === undefined)
    return (
      <SpaceBetween size="l">
        {choice}
        <Alert type="error" header="Nothing can be done here as things are">
          Make room as it says above, then read again.
        </Alert>
      </SpaceBetween>
    );
  return (
    <SpaceBetween size="l">
      {choice}
      <Planned key={plan.way} {...props} plan={plan} />
    </SpaceBetween>
  );
}

interface PlannedProps extends Omit<DryRunProps, "plans"> {
  readonly plan: OptOutPlan;
}

function Planned({ plan, snapshot, isRunning, isResumed, onStart }: PlannedProps): ReactElement {
  const [name, setName] = useState(() => freeName(snapshot));
  const { report, after, isClosed } = plan;
  // What was confirmed is what was read then: another reading asks again.
  const [confirmed, setConfirmed] = useState<WhatIfReport>();
  const isConfirmed = confirmed === report;
  const creates = plan.steps.some(({ kind }) => kind === "create-policy");
  const problem = creates ? nameProblem(snapshot, name) : undefined;
  const steps = renamed(plan.steps, name);
  const permissions = usePermissions(steps.map(plannedCall));
  const deletes = report.deletions.length > 0;
  const denied = permissions.find(({ verdict }) => verdict === "denied");
  const because =
    (denied === undefined ? undefined : (denied.reason ?? "You may not make every step")) ??
    problem ??
    (deletes && !isConfirmed ? "Confirm first that kept content is deleted for good" : undefined);
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">What will be done</Header>}>
        <SpaceBetween size="m">
          {creates && (
            <FormField label="Name of the policy" errorText={problem}>
              <Input value={name} onChange={({ detail }) => setName(detail.value)} autoComplete="off" />
            </FormField>
          )}
          <PlannedSteps steps={steps} permissions={permissions} />
          <ShowCli commands={optOutCommands(steps, location.origin)} />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">What this changes</Header>}>
        <ImpactPreview impact={{ ok: true, report, rows: impactRows(report) }} error={undefined} />
      </Container>
      <Container header={<Header variant="h2">What can still be changed below the root afterwards</Header>}>
        <SpaceBetween size="s">
          <ClosedProof after={after} />
          {!isClosed && (
            <Alert type="warning" header="That everything is closed then cannot be shown">
              It is the most that can be done with what is known. Read again as somebody who may read all of
              the organization to be certain.
            </Alert>
          )}
        </SpaceBetween>
      </Container>
      {deletes && (
        <Checkbox
          checked={isConfirmed}
          onChange={({ detail }) => setConfirmed(detail.checked ? report : undefined)}
        >
          I know that the content named above is deleted for good, and that opting in again does not bring it
          back
        </Checkbox>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant="primary"
          loading={isRunning}
          loadingText="Opting out"
          disabled={because !== undefined}
          {...(because === undefined ? {} : { disabledReason: because })}
          onClick={() => onStart(steps)}
        >
          {isResumed ? "Go on" : "Opt out"}
        </Button>
        <ScreenButton to={paths.overview} variant="link">
          Cancel
        </ScreenButton>
      </SpaceBetween>
    </SpaceBetween>
  );
}
