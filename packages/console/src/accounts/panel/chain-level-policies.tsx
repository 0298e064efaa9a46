// One level of the chain: its policies in attachment order, and what became of what each says.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ServiceRow } from "@withhold/policy";
import type { ReactElement } from "react";
import { ScreenLink } from "../../elements/screen-link.js";
import { aiOptOutType, paths } from "../../paths.js";
import { hindranceText, outcomeWords, statementText } from "../chain-levels.js";
import type { ChainLevel, LevelPolicy, Statement } from "../chain-levels.js";
import { serviceLabel } from "../service-words.js";
import { PlaceLinks } from "../../organization/place-link.js";

interface ChainLevelPoliciesProps {
  readonly level: ChainLevel;
  readonly service: ServiceRow;
}

export function ChainLevelPolicies({ level, service }: ChainLevelPoliciesProps): ReactElement {
  const { policies, mayHoldMore } = level;
  return (
    <SpaceBetween size="xs">
      {mayHoldMore && <Box>Policies may be attached here that could not be read.</Box>}
      {policies.length === 0 && !mayHoldMore && (
        <Box color="text-body-secondary">No opt-out policy is attached here.</Box>
      )}
      {policies.length > 0 && (
        <ol className="chain-policies">
          {policies.map((policy) => (
            <li key={policy.id}>
              <PolicyStatements policy={policy} service={service} />
            </li>
          ))}
        </ol>
      )}
    </SpaceBetween>
  );
}

interface PolicyStatementsProps {
  readonly policy: LevelPolicy;
  readonly service: ServiceRow;
}

function PolicyStatements({ policy, service }: PolicyStatementsProps): ReactElement {
  const { id, name, statements, doubt } = policy;
  return (
    <SpaceBetween size="xxs">
      <ScreenLink to={paths.policy(aiOptOutType, id)}>{name}</ScreenLink>
      {doubt !== undefined && <StatusIndicator type="pending">What it says is not known</StatusIndicator>}
      {statements.length === 0 && doubt === undefined && (
        <Box color="text-body-secondary">Says nothing for this service.</Box>
      )}
      {statements.map((statement) => (
        <StatementLine
          key={`${statement.entry} ${statement.place.path}`}
          statement={statement}
          service={service}
        />
      ))}
    </SpaceBetween>
  );
}

interface StatementLineProps {
  readonly statement: Statement;
  readonly service: ServiceRow;
}

function StatementLine({ statement, service }: StatementLineProps): ReactElement {
  const { outcome, by, place } = statement;
  const hindrance = hindranceText(statement);
  return (
    <div>
      <div>
        {statementText(statement, serviceLabel(service))}{" "}
        <Box variant="small" color="text-body-secondary" display="inline">
          (line {place.position.line})
        </Box>
      </div>
      <div>
        <StatusIndicator type={signOf(statement)}>{outcomeWords[outcome]}</StatusIndicator>
        {hindrance !== undefined && (
          <>
            {`: ${hindrance} `}
            <PlaceLinks places={by} />
          </>
        )}
      </div>
    </div>
  );
}

function signOf({ outcome, said }: Statement): StatusIndicatorProps.Type {
  if (outcome !== "won") return "stopped";
  return said === "optOut" ? "success" : "error";
}
