// What would be deleted: the services and the accounts, by name.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import type { Deletion } from "@withhold/policy";
import type { ReactElement } from "react";
import { accountsText, servicesText } from "../organization/impact.js";
import { deletionTitle } from "./impact-text.js";

/** Accounts that are named; a policy can reach thousands. */
const accountsShown = 100;

export function DeletionWarning({
  deletions,
}: {
  readonly deletions: readonly Deletion[];
}): ReactElement | null {
  if (deletions.length === 0) return null;
  return (
    <Alert type="warning" header="Stored content would be deleted for good">
      Opting out deletes the content that was kept to improve a service. It cannot be brought back.
      {deletions.map((deletion, index) => {
        return (
          <ExpandableSection key={index} headerText={deletionTitle(deletion)} headingTagOverride="h4">
            <Box variant="awsui-key-label">Services</Box>
            <Box>{servicesText(deletion.services.filter(({ kind }) => kind === "service"))}</Box>
            <Box variant="awsui-key-label">Accounts</Box>
            <Box>{accountsText(deletion.accounts, accountsShown)}</Box>
          </ExpandableSection>
        );
      })}
    </Alert>
  );
}
