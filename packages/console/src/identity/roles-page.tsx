// The screen: roles.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function RolesPage(): ReactElement {
  return <Page title="Roles">{null}</Page>;
}
