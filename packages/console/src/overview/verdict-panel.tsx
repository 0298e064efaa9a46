// The verdict at the head of the overview: the answer, the reason, what to do next.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ScreenButton } from "../elements/screen-button.js";
import { paths } from "../paths.js";
import type { Verdict } from "./verdict.js";

interface VerdictPanelProps {
  readonly verdict: Verdict;
  /** False where opting out is what was just done. */
  readonly canOptOut?: boolean;
}

export function VerdictPanel({ verdict, canOptOut = true }: VerdictPanelProps): ReactElement {
  const { kind, headline, reason, next, isToOptOut } = verdict;
  return (
    <Alert
      type={kind}
      header={<Box variant="h2">{headline}</Box>}
      action={
        isToOptOut &&
        canOptOut && (
          <ScreenButton to={paths.optOutOfEverything} variant="primary">
            Opt out of everything
          </ScreenButton>
        )
      }
    >
      <SpaceBetween size="xxs">
        <div>{reason}</div>
        {next !== undefined && <div>Next: {next}.</div>}
        <Box color="text-body-secondary" fontSize="body-s">
          Opting out does not block the use of any AI service. It stops content from being kept and used to
          improve them.
        </Box>
      </SpaceBetween>
    </Alert>
  );
}
