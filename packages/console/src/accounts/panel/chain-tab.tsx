// The inheritance chain for one service: from the root down, which statement won, and which was blocked by what.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Steps from "@cloudscape-design/components/steps";
import type { StepsProps } from "@cloudscape-design/components/steps";
import { describeServiceRow } from "@withhold/policy";
import type { LevelName } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { chainLevels } from "../chain-levels.js";
import type { ChainLevel } from "../chain-levels.js";
import { explainedNode, explanationFor } from "../explained-node.js";
import { OptOutChoiceStatus } from "../opt-out-status.js";
import { serviceLabel } from "../service-words.js";
import { ChainLevelPolicies } from "./chain-level-policies.js";
import type { PanelProps } from "./panel-props.js";
import { ServicePicker, useChosenService } from "./service-picker.js";

const meanings = {
  optOut: "The service may not keep content to improve itself.",
  optIn: "The service may keep content to improve itself.",
  undecided: "No policy chooses. AWS’s default applies: the service may keep content to improve itself.",
  undetermined: "Something that could not be read decides it.",
} as const;

export function ChainTab({ organization, node }: PanelProps): ReactElement {
  const { evaluation } = organization;
  const service = useChosenService(evaluation.rows);
  const explained = useMemo(() => explainedNode(evaluation, node), [evaluation, node]);
  const explanation = explanationFor(explained, service);
  const levels = chainLevels(explained.evaluation, explanation);
  const shown = explained.isImagined ? levels.slice(0, -1) : levels;
  return (
    <SpaceBetween size="m">
      <ServicePicker rows={evaluation.rows} />
      <div>
        <Box variant="h3">
          {serviceLabel(service)}: <OptOutChoiceStatus choice={explanation.choice} />
        </Box>
        <Box>{meanings[explanation.choice]}</Box>
        {explained.isImagined && (
          <Box color="text-body-secondary">
            This holds for an account without policies of its own, directly in {node.name}.
          </Box>
        )}
      </div>
      {!explanation.typeEnabled && (
        <Alert type="warning">
          AI services opt-out policies are not enabled in this organization, so no policy has any effect.
        </Alert>
      )}
      {explanation.doubts.length > 0 && (
        <Alert
          type="warning"
          header={
            explanation.choice === "undetermined"
              ? "This decides, and is not known"
              : "It holds, whatever comes of what is not known along the way"
          }
        >
          <ul>
            {explanation.doubts.map(({ what, why }) => (
              <li key={what}>
                {what}: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Steps
        ariaLabel={`Inheritance of ${describeServiceRow(service)}`}
        steps={shown.map((level) => ({
          ...signOf(level),
          header: <ChainLevelHeader level={level.level} />,
          details: <ChainLevelPolicies level={level} service={service} />,
        }))}
      />
    </SpaceBetween>
  );
}

/** The deciding level stands out; others that say something said it in vain. */
function signOf({
  policies,
  mayHoldMore,
}: ChainLevel): Pick<StepsProps.Step, "status" | "statusIconAriaLabel"> {
  const statements = policies.flatMap((policy) => policy.statements);
  const winner = statements.find(({ outcome }) => outcome === "won");
  if (winner !== undefined) {
    return winner.said === "optOut"
      ? { status: "success", statusIconAriaLabel: "Decides: opt out" }
      : { status: "error", statusIconAriaLabel: "Decides: opt in" };
  }
  if (mayHoldMore || policies.some(({ doubt }) => doubt !== undefined)) {
    return { status: "pending", statusIconAriaLabel: "Not known" };
  }
  return statements.length === 0
    ? { status: "not-started", statusIconAriaLabel: "Says nothing" }
    : { status: "stopped", statusIconAriaLabel: "Without effect" };
}

function ChainLevelHeader({ level }: { readonly level: LevelName }): ReactElement {
  const kinds = { root: "Root", unit: "OU", account: "Account" } as const;
  return (
    <>
      <Box variant="strong">{level.kind === "root" ? "Root" : `${kinds[level.kind]} ${level.name}`}</Box>{" "}
      <Box variant="small" color="text-body-secondary" display="inline">
        {level.id}
      </Box>
    </>
  );
}
