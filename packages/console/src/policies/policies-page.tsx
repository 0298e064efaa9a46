// The screen: policies.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function PoliciesPage(): ReactElement {
  return <Page title="Policies">{null}</Page>;
}
