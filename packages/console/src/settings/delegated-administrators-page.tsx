// The screen of delegation: which accounts administer services, and the delegation policy.

import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { Page } from "../shell/page.js";
import { DelegatedAdministratorsTable } from "./delegated-administrators-table.js";
import { DelegationPolicyContainer } from "./delegation-policy-container.js";

export function DelegatedAdministratorsPage(): ReactElement {
  return (
    <Page
      title="Delegated administrators"
      description="Member accounts that do for the organization what otherwise only the management account may."
    >
      <SpaceBetween size="l">
        <DelegatedAdministratorsTable />
        <DelegationPolicyContainer />
      </SpaceBetween>
    </Page>
  );
}
