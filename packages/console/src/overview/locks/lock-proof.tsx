// The proof of one answer: the smallest policy that opts in and where to attach it, or the locks that rule it out.

import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { describeLevel, describePlace } from "@withhold/policy";
import type { Evaluation, Obstacle, OverrideAnswer } from "@withhold/policy";
import type { ReactElement } from "react";
import { PolicyText } from "../../elements/policy-text.js";
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
  const point = evaluation.node(pointId);
  return (
    <SplitPanel
      header={`Could anybody opt in ${serviceTitle(lock.service)}?`}
      hidePreferencesButton
      closeBehavior="hide"
    >
      {answer !== undefined && (
        <SpaceBetween size="l">
          <Answer
            answer={answer}
            where={describeLevel({ id: point.id, kind: point.kind, name: point.name })}
          />
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

function Answer({
  answer,
  where,
}: {
  readonly answer: OverrideAnswer;
  readonly where: string;
}): ReactElement {
  const { verdict, witness, obstacles = [], doubts = [], choiceAbove } = answer;
  switch (verdict) {
    case "reachable":
      return (
        <SpaceBetween size="s">
          <Box>
            <b>Yes:</b> whoever may attach policies below {where} can.{" "}
            {witness?.needsNothing === true
              ? "The policies above opt in already, so that nothing need be attached."
              : "This policy does it, attached to any account there with nothing else; it was evaluated."}
          </Box>
          {witness !== undefined && <PolicyText text={witness.content} />}
          {witness?.standsInFor !== undefined && (
            <Box color="text-body-secondary">
              <code>{witness.standsInFor}</code> stands for the key of the service, once AWS has one.
            </Box>
          )}
        </SpaceBetween>
      );
    case "impossible":
      return (
        <SpaceBetween size="s">
          <Box>
            <b>No:</b> nobody below {where} can.
          </Box>
          {choiceAbove === "undecided" && (
            <Box>
              But no choice is made above, so AWS&apos;s default applies: content is used. This is no opt-out.
            </Box>
          )}
          <ul>
            {obstacles.map((obstacle) => (
              <li key={obstacle.entry}>{obstacleText(obstacle)}</li>
            ))}
          </ul>
        </SpaceBetween>
      );
    case "undetermined":
      return (
        <SpaceBetween size="s">
          <Box>
            <b>Unknown.</b> It depends on what could not be read, or not be understood:
          </Box>
          <ul>
            {doubts.map(({ what, why }, index) => (
              <li key={index}>
                {what}: {why}
              </li>
            ))}
          </ul>
        </SpaceBetween>
      );
  }
}

function obstacleText({ entry, because, by }: Obstacle): string {
  const way = entry === "own" ? "By the service's own key" : "Through `default`";
  const places = by.map(describePlace).join(" and ");
  return because === "locked"
    ? `${way}: locked by ${places}.`
    : `${way}: the service has an entry of its own in ${places}, so that \`default\` does not reach it.`;
}
