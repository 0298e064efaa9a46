// The screen: invitations.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function InvitationsPage(): ReactElement {
  return <Page title="Invitations">{null}</Page>;
}
