// The screen: role.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function RolePage(): ReactElement {
  return <Page title="Role">{null}</Page>;
}
