// The screen: the accounts of the organization, as a tree or as a list.

import type { ReactElement } from "react";
import { OrganizationGate } from "../organization/organization-gate.js";
import { Page } from "../shell/page.js";
import { AccountsView } from "./accounts-view.js";

export function AccountsPage(): ReactElement {
  return (
    <Page
      title="AWS accounts"
      description="The root, its OUs and accounts, and what their opt-out policies come to. Opting out does not block the use of an AI service; it keeps content from being stored or used to improve it."
    >
      <OrganizationGate>{(organization) => <AccountsView organization={organization} />}</OrganizationGate>
    </Page>
  );
}
