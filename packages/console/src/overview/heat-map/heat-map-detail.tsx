// What is pointed at in the heat map: the choice, which policy at which level decided it, what was said in vain.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { explain, explanationText } from "@withhold/policy";
import type { Evaluation, ServiceRow } from "@withhold/policy";
import type { ReactElement } from "react";
import { ScreenLink } from "../../elements/screen-link.js";
import { aiOptOutType, paths } from "../../paths.js";
import { serviceTitle } from "../service-label.js";
import { choiceMarks } from "./choice-mark.js";
import type { PointedCell } from "./heat-map.js";

interface HeatMapDetailProps {
  readonly evaluation: Evaluation;
  readonly services: readonly ServiceRow[];
  readonly cell: PointedCell | undefined;
}

export function HeatMapDetail({ evaluation, services, cell }: HeatMapDetailProps): ReactElement {
  return (
    <div className="heat-detail" aria-live="polite">
      {cell === undefined ? (
        <Box color="text-body-secondary">
          Point at a cell, or move to it with the arrow keys, to see which policy decided. Enter opens the
          account.
        </Box>
      ) : (
        <Told evaluation={evaluation} service={services[cell.column]} cell={cell} />
      )}
    </div>
  );
}

interface ToldProps {
  readonly evaluation: Evaluation;
  readonly service: ServiceRow | undefined;
  readonly cell: PointedCell;
}

function Told({ evaluation, service, cell: { account, column } }: ToldProps): ReactElement | null {
  const choice = account.choices[column];
  if (service === undefined || choice === undefined) return null;
  const result = explain(evaluation, account.id, service);
  if (!result.ok) return null;
  const [, ...lines] = explanationText(result.explanation).trimEnd().split("\n");
  const place = result.explanation.decidedBy?.place;
  return (
    <SpaceBetween size="xxs">
      <Box fontWeight="bold">
        {account.name} ({account.id}) × {serviceTitle(service)}: {choiceMarks[choice].words}
      </Box>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
      <SpaceBetween direction="horizontal" size="m">
        <ScreenLink to={paths.entity(account.id, "effective")}>Effective policy of the account</ScreenLink>
        {place !== undefined && (
          <ScreenLink to={paths.policy(aiOptOutType, place.policyId)}>Policy {place.policyName}</ScreenLink>
        )}
      </SpaceBetween>
    </SpaceBetween>
  );
}
