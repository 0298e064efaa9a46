// The screen of settings: the organization's facts, this console and session, and what ends the organization.

import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ReadingFailure } from "../organization/reading-failure.js";
import { useDescribedOrganization } from "../organization/use-described-organization.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { Page } from "../shell/page.js";
import { ConsoleContainer } from "./console-container.js";
import { DeleteOrganizationContainer } from "./delete-organization-container.js";
import { OrganizationContainer } from "./organization-container.js";
import { OwnPasswordContainer } from "./own-password-container.js";

export function SettingsPage(): ReactElement {
  const { data: organization, error } = useDescribedOrganization();
  return (
    <Page title="Settings">
      <SpaceBetween size="l">
        {organization !== undefined ? (
          <OrganizationContainer organization={organization} />
        ) : error === null ? (
          <LoadingScreen what="Reading the organization" />
        ) : (
          <ReadingFailure error={error} header="The organization could not be read" />
        )}
        <ConsoleContainer />
        <OwnPasswordContainer />
        {organization !== undefined && <DeleteOrganizationContainer organization={organization} />}
      </SpaceBetween>
    </Page>
  );
}
