// The screen: accounts.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function AccountsPage(): ReactElement {
  return <Page title="Accounts">{null}</Page>;
}
