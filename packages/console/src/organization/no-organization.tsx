// What to do where the account is in no organization yet.

import { CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ShowCli } from "../elements/show-cli.js";

export function NoOrganization(): ReactElement {
  const create = useChange({
    call: async (api, input: { FeatureSet: "ALL" }) =>
      api.organizations((client) => client.send(new CreateOrganizationCommand(input))),
    done: ({ Organization: made }) => `Organization ${made?.Id ?? ""} created`,
  });
  const input = { FeatureSet: "ALL" } as const;
  return (
    <Container>
      <SpaceBetween size="m">
        <Box textAlign="center">
          <Box variant="h2">This account is in no organization yet</Box>
          <Box color="text-body-secondary">
            An organization is what one opt-out can cover as a whole. Create one with all features; this
            account becomes its management account.
          </Box>
        </Box>
        <Box textAlign="center">
          <ActionButton
            operation="CreateOrganization"
            input={input}
            variant="primary"
            loading={create.isMaking}
            onClick={() => void create.make(input)}
          >
            Create an organization
          </ActionButton>
        </Box>
        <ErrorAlert error={create.error} header="The organization was not created" />
        <ShowCli calls={[{ operation: "CreateOrganization", input }]} />
      </SpaceBetween>
    </Container>
  );
}
