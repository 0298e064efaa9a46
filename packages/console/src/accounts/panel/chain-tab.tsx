// The inheritance chain for one service: from the root down, which statement won, and which was blocked by what.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { describeServiceRow } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { chainLevels } from "../chain-levels.js";
import { explainedNode, explanationFor } from "../explained-node.js";
import { OptOutChoiceStatus } from "../opt-out-status.js";
import { serviceLabel } from "../service-words.js";
import { ChainLevelBox } from "./chain-level-box.js";
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
      <ol className="chain" aria-label={`Inheritance of ${describeServiceRow(service)}`}>
        {shown.map((level) => (
          <li key={level.level.id}>
            <ChainLevelBox level={level} service={service} />
          </li>
        ))}
      </ol>
    </SpaceBetween>
  );
}
