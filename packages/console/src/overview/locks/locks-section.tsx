// Locks: could anybody below still opt in? In a sentence first, service by service on demand, with the proof.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Evaluation, ServiceRow } from "@withhold/policy";
import { Suspense, lazy, useDeferredValue, useMemo } from "react";
import type { ReactElement } from "react";
import { useAddressWord } from "../../elements/address-state.js";
import { LoadingScreen } from "../../shell/loading-screen.js";
import { StatusLine } from "../status-line.js";
import { lockCounts, locksHeadline, rootAnswers } from "./locks.js";

// What opens on demand is loaded then: the first screen does without.
const LocksByService = lazy(async () => ({
  default: (await import("./locks-by-service.js")).LocksByService,
}));
const RemedySteps = lazy(async () => ({ default: (await import("./remedy-steps.js")).RemedySteps }));

interface LocksSectionProps {
  readonly evaluation: Evaluation;
  readonly services: readonly ServiceRow[];
}

/** Worked out after the first paint: for thousands of OUs, or where something is unread, it takes a moment. */
export function LocksSection({ evaluation, services }: LocksSectionProps): ReactElement {
  const settled = useDeferredValue<Evaluation | undefined>(evaluation, undefined);
  return (
    <Container
      header={
        <Header variant="h2" description="Could anybody below the root still opt in?">
          Locks
        </Header>
      }
    >
      {settled === undefined ? (
        <StatusIndicator type="loading">Working out who could opt in</StatusIndicator>
      ) : (
        <Locks evaluation={settled} services={services} />
      )}
    </Container>
  );
}

function Locks({ evaluation, services }: LocksSectionProps): ReactElement {
  const counts = useMemo(() => lockCounts(rootAnswers(evaluation, services)), [evaluation, services]);
  const { open, unknown } = counts;
  return (
    <SpaceBetween size="s">
      <StatusLine status={open > 0 ? "warning" : unknown > 0 ? "unknown" : "success"}>
        {locksHeadline(counts)}
      </StatusLine>
      {!evaluation.isEnabled && (
        <Box color="text-body-secondary">
          The policy type is not enabled: no policy has any effect. The answers hold for when it is.
        </Box>
      )}
      <ByService evaluation={evaluation} services={services} />
      {open > 0 && evaluation.isEnabled && <HowToClose evaluation={evaluation} services={services} />}
    </SpaceBetween>
  );
}

function HowToClose({ evaluation, services }: LocksSectionProps): ReactElement {
  const [word, setWord] = useAddressWord("remedy");
  const isExpanded = word !== undefined;
  return (
    <ExpandableSection
      headerText="What closes all of them"
      expanded={isExpanded}
      onChange={({ detail }) => setWord(detail.expanded ? "shown" : undefined)}
    >
      {isExpanded && (
        <Suspense fallback={<LoadingScreen />}>
          <RemedySteps evaluation={evaluation} pointId={evaluation.snapshot.root.id} services={services} />
        </Suspense>
      )}
    </ExpandableSection>
  );
}

function ByService({ evaluation, services }: LocksSectionProps): ReactElement {
  const [shown] = useAddressWord("lock");
  const [listed, setListed] = useAddressWord("locks");
  const isListed = listed !== undefined || shown !== undefined;
  return (
    <ExpandableSection
      headerText="Service by service"
      expanded={isListed}
      onChange={({ detail }) => setListed(detail.expanded ? "shown" : undefined)}
    >
      {isListed && (
        <Suspense fallback={<LoadingScreen />}>
          <LocksByService evaluation={evaluation} services={services} />
        </Suspense>
      )}
    </ExpandableSection>
  );
}
