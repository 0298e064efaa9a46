// The screen: users.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function UsersPage(): ReactElement {
  return <Page title="Users">{null}</Page>;
}
