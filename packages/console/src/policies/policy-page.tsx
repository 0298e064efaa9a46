// The screen: policy.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function PolicyPage(): ReactElement {
  return <Page title="Policy">{null}</Page>;
}
