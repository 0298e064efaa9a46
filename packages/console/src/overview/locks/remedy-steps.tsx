// The smallest change that closes what is open, as one would make it: in the editor, or by opting out of everything.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { describeLevel, findRemedy } from "@withhold/policy";
import type { Change, Evaluation, ServiceRow } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { PolicyText } from "../../elements/policy-text.js";
import type { Proposal } from "../../editor/proposed-text.js";
import { ScreenButton } from "../../elements/screen-button.js";
import { aiOptOutType, paths } from "../../paths.js";

interface RemedyStepsProps {
  readonly evaluation: Evaluation;
  readonly pointId: string;
  readonly services: readonly ServiceRow[];
}

export function RemedySteps({ evaluation, pointId, services }: RemedyStepsProps): ReactElement {
  const result = useMemo(() => findRemedy(evaluation, pointId, services), [evaluation, pointId, services]);
  if (!result.ok)
    return (
      <SpaceBetween size="s">
        <Box>No change to one policy was found: {result.message}.</Box>
        <EverythingButton />
      </SpaceBetween>
    );
  const { changes, edits, reaches } = result.remedy;
  const [change] = changes;
  if (change === undefined) return <Box>Nothing is left to close.</Box>;
  const policy =
    change.kind === "policy-updated" ? evaluation.index.policies.get(change.policyId) : undefined;
  const proposal: Proposal = { proposedText: contentOf(change) };
  return (
    <SpaceBetween size="s">
      <Box>
        {policy === undefined
          ? "A new policy, attached to "
          : `A change to policy ${policy.name}, which is attached to `}
        {reaches.map(describeLevel).join(", ")}. Evaluated: after that nobody below can opt in.
      </Box>
      <ul>
        {edits.map((edit) => (
          <li key={edit}>{edit}</li>
        ))}
      </ul>
      <PolicyText text={proposal.proposedText} />
      <SpaceBetween direction="horizontal" size="xs">
        <ScreenButton
          to={
            policy === undefined
              ? paths.createPolicy(aiOptOutType, reaches[0]?.id)
              : paths.editPolicy(aiOptOutType, policy.id)
          }
          state={proposal}
        >
          {policy === undefined ? "Create it in the editor" : "Change it in the editor"}
        </ScreenButton>
        <EverythingButton />
      </SpaceBetween>
    </SpaceBetween>
  );
}

function EverythingButton(): ReactElement {
  return <ScreenButton to={paths.optOutOfEverything}>Opt out of everything</ScreenButton>;
}

function contentOf(change: Change): string {
  if (change.kind === "policy-updated") return change.content;
  return change.kind === "policy-created" ? (change.policy.content ?? "") : "";
}
