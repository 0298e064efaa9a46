// The screen: overview.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function OverviewPage(): ReactElement {
  return <Page title="Overview">{null}</Page>;
}
