// What policies below could still opt in, with the policy that would do it.

import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { describeLevel } from "@withhold/policy";
import type { OverrideReport } from "@withhold/policy";
import type { ReactElement } from "react";
import type { PolicyImpact } from "./policy-impact.js";
import { counted, servicesText } from "../organization/impact.js";
import { overrideSummary } from "./impact-text.js";

export function OverrideDetails({ impact }: { readonly impact: PolicyImpact }): ReactElement {
  const { overrides, overridesLeft } = impact;
  return (
    <div>
      <Box variant="h3">What could still be overridden</Box>
      {overrides.length === 0 && (
        <Box color="text-body-secondary">The policy is attached nowhere, so nothing hangs on its locks.</Box>
      )}
      <SpaceBetween size="s">
        {overrides.map((report) => (
          <OverrideOf key={report.point.id} report={report} />
        ))}
        {overridesLeft > 0 && (
          <Box color="text-body-secondary">
            {counted(overridesLeft, ["further target is", "further targets are"])} not looked at here.
          </Box>
        )}
      </SpaceBetween>
    </div>
  );
}

function OverrideOf({ report }: { readonly report: OverrideReport }): ReactElement {
  const { open, doubtful, closed } = overrideSummary(report);
  const { point } = report;
  const where = point.kind === "account" ? `at ${describeLevel(point)}` : `below ${describeLevel(point)}`;
  const [first] = open;
  const doubts = doubtful > 0 && (
    <StatusIndicator type="warning">{`Not known for ${counted(doubtful, ["service", "services"])}: not all could be read`}</StatusIndicator>
  );
  if (first === undefined) {
    const opted = report.answers.filter(
      ({ verdict, choiceAbove }) => verdict === "impossible" && choiceAbove !== "optOut",
    );
    return (
      <SpaceBetween size="xxs">
        {closed > 0 && (
          <>
            <StatusIndicator type="success">Locked</StatusIndicator>
            <Box>Nobody {where} could opt in</Box>
          </>
        )}
        {opted.length > 0 && (
          <Box>
            But {counted(opted.length, ["service is", "services are"])} not opted out, and nobody below can
            change that
          </Box>
        )}
        {doubts}
      </SpaceBetween>
    );
  }
  const { witness } = first;
  return (
    <SpaceBetween size="xxs">
      <StatusIndicator type="warning">Open</StatusIndicator>
      <Box>
        Whoever may attach policies {where} could opt in{" "}
        {servicesText(
          open.map(({ service }) => service),
          4,
        )}
      </Box>
      {doubts}
      {witness !== undefined && (
        <ExpandableSection headerText={`A policy that would opt in ${servicesText([first.service])}`}>
          <SpaceBetween size="xs">
            <Box color="text-body-secondary">
              {witness.needsNothing
                ? "The policies above opt in already; this one does not change that."
                : "Attached there, with nothing else. Tried on the policies as they would be."}
            </Box>
            <Box variant="code">{witness.content}</Box>
            {witness.standsInFor !== undefined && (
              <Box color="text-body-secondary">
                {witness.standsInFor} stands for the key of a service that AWS may add.
              </Box>
            )}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
