// The first screen: are we opted out, everywhere, for certain?

import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { OrganizationGate } from "../organization/organization-gate.js";
import { useOrganization } from "../organization/use-organization.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { Page } from "../shell/page.js";
import { AccountCounts } from "./account-counts.js";
import { accountStatesOf } from "../organization/account-states.js";
import { AccountsSection } from "./accounts-section.js";
import { LocksSection } from "./locks/locks-section.js";
import { ReadNote } from "../organization/read-note.js";
import { verdictFacts } from "./verdict-facts.js";
import { VerdictPanel } from "./verdict-panel.js";
import { verdictOf } from "./verdict.js";

export function OverviewPage(): ReactElement {
  const { organization: read } = useOrganization();
  return (
    <Page
      title="Overview"
      description="Are we opted out, everywhere, for certain?"
      actions={read !== undefined && <ReadNote at={read.tree.readAt} />}
    >
      <OrganizationGate>{(organization) => <Overview {...organization} />}</OrganizationGate>
    </Page>
  );
}

function Overview({ tree, policies, evaluation }: EvaluatedOrganization): ReactElement {
  const states = useMemo(() => accountStatesOf(tree, evaluation), [tree, evaluation]);
  const verdict = useMemo(
    () => verdictOf(verdictFacts({ tree, policies, evaluation, states })),
    [tree, policies, evaluation, states],
  );
  return (
    <SpaceBetween size="l">
      <VerdictPanel verdict={verdict} />
      <AccountCounts {...states} />
      <LocksSection evaluation={evaluation} services={states.services} />
      <AccountsSection states={states} evaluation={evaluation} />
    </SpaceBetween>
  );
}
