// One level of the chain: its policies in attachment order, and what became of what each says.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { describeLevel } from "@withhold/policy";
import type { Place, ServiceRow } from "@withhold/policy";
import type { ReactElement } from "react";
import { ScreenLink } from "../../elements/screen-link.js";
import { aiOptOutType, paths } from "../../paths.js";
import { outcomeText, statementText } from "../chain-levels.js";
import type { ChainLevel, LevelPolicy, Statement } from "../chain-levels.js";
import { serviceLabel } from "../service-words.js";

interface ChainLevelBoxProps {
  readonly level: ChainLevel;
  readonly service: ServiceRow;
}

const kinds = { root: "Root", unit: "OU", account: "Account" } as const;

export function ChainLevelBox({
  level: { level, policies, mayHoldMore },
  service,
}: ChainLevelBoxProps): ReactElement {
  return (
    <SpaceBetween size="xs">
      <Box variant="h4" tagOverride="h4">
        {level.kind === "root" ? (
          "Root"
        ) : (
          <>
            {kinds[level.kind]} {level.name}{" "}
            <Box variant="small" color="text-body-secondary" display="inline">
              {level.id}
            </Box>
          </>
        )}
      </Box>
      {mayHoldMore && (
        <StatusIndicator type="pending">Policies may be attached here that could not be read</StatusIndicator>
      )}
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
      {doubt !== undefined && (
        <StatusIndicator type="pending">{`What it says is not known: ${doubt}`}</StatusIndicator>
      )}
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

const signs: Readonly<Record<Statement["outcome"], StatusIndicatorProps.Type>> = {
  won: "success",
  blocked: "stopped",
  outranked: "stopped",
  replaced: "stopped",
  "set-aside": "stopped",
};

interface StatementLineProps {
  readonly statement: Statement;
  readonly service: ServiceRow;
}

function StatementLine({ statement, service }: StatementLineProps): ReactElement {
  const { outcome, by, place } = statement;
  return (
    <div>
      <div>
        {statementText(statement, serviceLabel(service))}{" "}
        <Box variant="small" color="text-body-secondary" display="inline">
          (line {place.position.line})
        </Box>
      </div>
      <StatusIndicator type={signs[outcome]} wrapText>
        {outcomeText(statement)}{" "}
        {by.map((place, index) => (
          <span key={`${place.policyId} ${place.level.id} ${place.path}`}>
            {index > 0 && " and "}
            <PlaceLink place={place} />
          </span>
        ))}
      </StatusIndicator>
    </div>
  );
}

/** `Base at the root, line 3`, the policy as a link. */
export function PlaceLink({ place }: { readonly place: Place }): ReactElement {
  return (
    <>
      <ScreenLink to={paths.policy(aiOptOutType, place.policyId)}>{place.policyName}</ScreenLink>
      {` at ${describeLevel(place.level)}, line ${place.position.line}`}
    </>
  );
}
