// The screen: user.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function UserPage(): ReactElement {
  return <Page title="User">{null}</Page>;
}
