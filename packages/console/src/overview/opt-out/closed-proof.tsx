// What could still be changed below the root once all is done: nothing, with the locks that see to it; or what is open.

import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { describeDoubt, describePlace } from "@withhold/policy";
import type { Evaluation } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { servicesText } from "../../organization/impact.js";
import { overviewServices } from "../../organization/account-states.js";
import { lockCounts, locksHeadline, rootAnswers } from "../locks/locks.js";
import { StatusLine } from "../status-line.js";

/** `after`: how things are then. */
export function ClosedProof({ after }: { readonly after: Evaluation }): ReactElement {
  const answers = useMemo(() => rootAnswers(after, overviewServices(after)), [after]);
  const counts = lockCounts(answers);
  const open = answers.filter(({ verdict }) => verdict !== "impossible");
  const isClosed = open.length === 0;
  const locks = new Set(
    answers.flatMap(({ obstacles = [] }) => obstacles.flatMap(({ by }) => by.map(describePlace))),
  );
  const doubts = new Set(answers.flatMap((answer) => (answer.doubts ?? []).map(describeDoubt)));
  return (
    <SpaceBetween size="xs">
      <StatusLine status={isClosed ? "success" : counts.open > 0 ? "warning" : "unknown"}>
        {locksHeadline(counts)}
      </StatusLine>
      {!isClosed && <Box>Not closed: {servicesText(open.map(({ service }) => service))}.</Box>}
      <Reasons header="Which locks see to it" reasons={[...locks]} />
      <Reasons header="What is in doubt" reasons={[...doubts]} />
    </SpaceBetween>
  );
}

interface ReasonsProps {
  readonly header: string;
  readonly reasons: readonly string[];
}

function Reasons({ header, reasons }: ReasonsProps): ReactElement | null {
  if (reasons.length === 0) return null;
  return (
    <ExpandableSection headerText={header} variant="footer">
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
