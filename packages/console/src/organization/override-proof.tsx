// The proof of an answer about opting in: a witness, the locks, or what is not known.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Obstacle, OverrideAnswer, Witness } from "@withhold/policy";
import type { ReactElement } from "react";
import { PolicyText } from "../elements/policy-text.js";
import { PlaceLinks } from "./place-link.js";

interface OverrideProofProps {
  readonly answer: OverrideAnswer;
  readonly isAccount: boolean;
}

export function OverrideProof({ answer, isAccount }: OverrideProofProps): ReactElement {
  const { verdict, choiceAbove, witness, obstacles = [], doubts = [] } = answer;
  switch (verdict) {
    case "reachable":
      return witness === undefined ? (
        <Box>No policy is known that would.</Box>
      ) : (
        <WitnessText witness={witness} isAccount={isAccount} />
      );
    case "impossible":
      return (
        <SpaceBetween size="xs">
          {obstacles.map((obstacle) => (
            <ObstacleLine key={obstacle.entry} obstacle={obstacle} />
          ))}
          {choiceAbove === "undecided" && (
            <Alert type="warning" header="This is no opt-out">
              No choice is made above, so AWS’s default applies and content is used.
            </Alert>
          )}
        </SpaceBetween>
      );
    case "undetermined":
      return (
        <div>
          <Box>It depends on what is not known:</Box>
          <ul>
            {doubts.map(({ what, why }) => (
              <li key={what}>
                {what}: {why}
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

interface WitnessTextProps {
  readonly witness: Witness;
  readonly isAccount: boolean;
}

function WitnessText({ witness, isAccount }: WitnessTextProps): ReactElement {
  const { content, characters, needsNothing, standsInFor } = witness;
  const where = isAccount ? "attached to the account" : "attached to an account below";
  const lead = needsNothing
    ? "The policies above opt in already. This one does not change that"
    : "This policy does it";
  return (
    <SpaceBetween size="xs">
      <Box>{`${lead}, ${where} with nothing else (evaluated, ${characters} characters):`}</Box>
      <PolicyText text={content} />
      {standsInFor !== undefined && (
        <Box color="text-body-secondary">
          <code>{standsInFor}</code> stands for the key of the service, once AWS has one.
        </Box>
      )}
    </SpaceBetween>
  );
}

function ObstacleLine({ obstacle: { entry, because, by } }: { readonly obstacle: Obstacle }): ReactElement {
  const way = entry === "own" ? "By the service’s own key: closed by" : "Through default: closed by";
  const reason =
    because === "locked"
      ? way
      : "Through default: it does not reach the service, which has an entry of its own in";
  return (
    <div>
      {reason} <PlaceLinks places={by} />
    </div>
  );
}
