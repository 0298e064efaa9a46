// How things are afterwards, as read again: the verdict, and what holds for each account.

import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { ScreenButton } from "../../elements/screen-button.js";
import type { EvaluatedOrganization } from "../../organization/use-organization.js";
import { paths } from "../../paths.js";
import { AccountList } from "../account-list.js";
import { accountStatesOf } from "../../organization/account-states.js";
import { verdictFacts } from "../verdict-facts.js";
import { VerdictPanel } from "../verdict-panel.js";
import { verdictOf } from "../verdict.js";

export function OptOutResult({ tree, policies, evaluation }: EvaluatedOrganization): ReactElement {
  const states = useMemo(() => accountStatesOf(tree, evaluation), [tree, evaluation]);
  const verdict = useMemo(
    () => verdictOf(verdictFacts({ tree, policies, evaluation, states })),
    [tree, policies, evaluation, states],
  );
  return (
    <SpaceBetween size="l">
      <VerdictPanel verdict={verdict} canOptOut={false} />
      <AccountList services={states.services} accounts={states.accounts} />
      <ScreenButton to={paths.overview}>Go to the overview</ScreenButton>
    </SpaceBetween>
  );
}
