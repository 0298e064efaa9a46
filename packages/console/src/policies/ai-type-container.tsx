// The AI services type, ahead of all others: its state, what it does and does not do, the way to its policies.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { aiOptOutType, paths } from "../paths.js";
import type { PolicyTypeRow } from "./policy-types-columns.js";
import { TypeActionButton } from "./type-action-button.js";
import { TypeStatusIndicator } from "./type-status-indicator.js";

interface AiTypeContainerProps {
  readonly row: PolicyTypeRow;
  readonly onEnable: () => void;
  readonly onDisable: () => void;
}

export function AiTypeContainer({ row, onEnable, onDisable }: AiTypeContainerProps): ReactElement {
  const { name, purpose, status, count } = row;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={purpose}
          actions={<TypeActionButton row={row} onEnable={onEnable} onDisable={onDisable} variant="primary" />}
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          minColumnWidth={200}
          items={[
            { label: "State", value: <TypeStatusIndicator status={status} /> },
            {
              label: "Policies",
              value: <ScreenLink to={paths.policies(aiOptOutType)}>{policiesText(count)}</ScreenLink>,
            },
            {
              label: "In effect",
              value:
                status === "ENABLED"
                  ? "Where policies are attached, and below"
                  : "Nowhere: no policy of a type that is not enabled has any effect",
            },
          ]}
        />
        <Box variant="small" color="text-body-secondary">
          Where no policy opts out, AWS may keep and use content. Opting out does not block the use of an AI
          service.
        </Box>
      </SpaceBetween>
    </Container>
  );
}

function policiesText(count: string | undefined): string {
  if (count === undefined) return "Show policies";
  return count === "1" ? "1 policy" : `${count} policies`;
}
