// Opt out of everything: a dry run first, then the steps one by one, then how things are, account by account.

import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { ReactElement } from "react";
import { ErrorAlert } from "../elements/error-alert.js";
import { ScreenLink } from "../elements/screen-link.js";
import { OrganizationGate } from "../organization/organization-gate.js";
import { useOrganization } from "../organization/use-organization.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { paths } from "../paths.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { Page } from "../shell/page.js";
import { DryRun } from "./opt-out/dry-run.js";
import { OptOutResult } from "./opt-out/opt-out-result.js";
import { planOptOut } from "./opt-out/opt-out-plan.js";
import { MadeSteps } from "./opt-out/step-list.js";
import { useOptOutRun } from "./opt-out/use-opt-out-run.js";
import type { OptOutRun } from "./opt-out/use-opt-out-run.js";
import { ReadNote } from "../organization/read-note.js";

export function OptOutPage(): ReactElement {
  const { organization: read } = useOrganization();
  return (
    <Page
      title="Opt out of everything"
      description="Every account, every AI service, now and in future, locked at the root. Opting out does not block the use of any AI service."
      actions={read !== undefined && <ReadNote at={read.tree.readAt} />}
    >
      <OrganizationGate>{(organization) => <OptOut {...organization} />}</OrganizationGate>
    </Page>
  );
}

function OptOut(organization: EvaluatedOrganization): ReactElement {
  const run = useOptOutRun();
  if (organization.tree.organization.FeatureSet === "CONSOLIDATED_BILLING")
    return (
      <Alert type="warning" header="This organization has consolidated billing only">
        Policies need an organization with all features.{" "}
        <ScreenLink to={paths.settings}>Enable all features in the settings</ScreenLink> first.
      </Alert>
    );
  return (
    <SpaceBetween size="l">
      {run.steps.length > 0 && <Progress run={run} />}
      {run.isDone ? (
        <OptOutResult {...organization} />
      ) : (
        // Hidden, not gone: what was typed is there again if a step fails.
        <div hidden={run.isRunning}>
          <Plan organization={organization} run={run} />
        </div>
      )}
    </SpaceBetween>
  );
}

function Progress({ run }: { readonly run: OptOutRun }): ReactElement {
  const top = useRef<HTMLDivElement>(null);
  // The button that began it stands at the end of a long page.
  useEffect(() => {
    top.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <div ref={top} className="scrolled-to">
      <Container header={<Header variant="h2">Progress</Header>}>
        <SpaceBetween size="m">
          <MadeSteps steps={run.steps} />
          <ErrorAlert
            error={run.error}
            header="A step failed; those before it are made, those after it are not"
          >
            The plan below is made anew from how things are now: what is done is left out of it.
          </ErrorAlert>
        </SpaceBetween>
      </Container>
    </div>
  );
}

interface PlanProps {
  readonly organization: EvaluatedOrganization;
  readonly run: OptOutRun;
}

/** Each way is evaluated for every account, which for thousands of them comes after the first paint. */
function Plan({ organization, run }: PlanProps): ReactElement {
  const settled = useDeferredValue<EvaluatedOrganization | undefined>(organization, undefined);
  if (settled === undefined) return <LoadingScreen what="Working out what this takes" />;
  return <Planned organization={settled} run={run} />;
}

function Planned({ organization, run }: PlanProps): ReactElement {
  const { evaluation, snapshot } = organization;
  const plans = useMemo(() => planOptOut(evaluation), [evaluation]);
  if (!plans.isDone)
    return (
      <DryRun
        plans={plans}
        snapshot={snapshot}
        isRunning={run.isRunning}
        isResumed={run.error !== undefined}
        onStart={(steps) => void run.start(steps)}
      />
    );
  return (
    <SpaceBetween size="l">
      <Alert type="info" header="Nothing is left to do">
        Everything is opted out at the root already, and nobody below it can change that.
      </Alert>
      <OptOutResult {...organization} />
    </SpaceBetween>
  );
}
