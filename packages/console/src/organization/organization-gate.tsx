// Around screens that need the organization: progress while it is read, and what to do where there is none.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CreateOrganizationCommand } from "@aws-sdk/client-organizations";
import type { ReactElement, ReactNode } from "react";
import { apiError } from "../api/api-error.js";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ShowCli } from "../elements/show-cli.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { useOrganization, useTreeProgress } from "./use-organization.js";
import type { EvaluatedOrganization } from "./use-organization.js";

interface OrganizationGateProps {
  readonly children: (organization: EvaluatedOrganization) => ReactNode;
}

export function OrganizationGate({ children }: OrganizationGateProps): ReactNode {
  const { organization, error } = useOrganization();
  if (organization !== undefined) return children(organization);
  if (error === undefined) return <Reading />;
  const said = apiError(error);
  if (said.code === "AWSOrganizationsNotInUseException") return <NoOrganization />;
  return <ErrorAlert error={said} header="The organization could not be read" />;
}

function Reading(): ReactElement {
  const progress = useTreeProgress();
  const found =
    progress === undefined ? "" : `: ${progress.accounts} accounts in ${progress.units} OUs so far`;
  return <LoadingScreen what={`Reading the organization${found}`} />;
}

function NoOrganization(): ReactElement {
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
