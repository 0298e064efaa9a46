// The proof of one answer: the smallest policy that opts in and where to attach it, or the locks that rule it out.

import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { describeLevel } from "@withhold/policy";
import type { Evaluation, OverrideVerdict } from "@withhold/policy";
import type { ReactElement } from "react";
import { OverrideProof } from "../../organization/override-proof.js";
import { serviceTitle } from "../service-label.js";
import { answersAt } from "./locks.js";
import type { ServiceLock } from "./locks.js";
import { RemedySteps } from "./remedy-steps.js";

interface LockProofProps {
  readonly evaluation: Evaluation;
  readonly lock: ServiceLock;
}

export function LockProof({ evaluation, lock }: LockProofProps): ReactElement {
  const rootId = evaluation.snapshot.root.id;
  const pointId = lock.openAt ?? rootId;
  const [answer] = answersAt(evaluation, pointId, [lock.service]);
  const where = describeLevel(evaluation.node(pointId));
  return (
    <SplitPanel
      header={`Could anybody opt in ${serviceTitle(lock.service)}?`}
      hidePreferencesButton
      closeBehavior="hide"
    >
      {answer !== undefined && (
        <SpaceBetween size="l">
          <Box>
            Below {where}: <b>{verdictWords[answer.verdict]}</b>.
          </Box>
          <OverrideProof answer={answer} isAccount={false} />
          {answer.verdict === "reachable" && (
            <SpaceBetween size="s">
              <Header variant="h3">What closes it</Header>
              <RemedySteps evaluation={evaluation} pointId={rootId} services={[lock.service]} />
            </SpaceBetween>
          )}
        </SpaceBetween>
      )}
    </SplitPanel>
  );
}

const verdictWords: Readonly<Record<OverrideVerdict, string>> = {
  reachable: "yes, whoever may attach policies there can",
  impossible: "no, nobody there can",
  undetermined: "unknown",
};
