// The screen: policy types.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function PolicyTypesPage(): ReactElement {
  return <Page title="Policy types">{null}</Page>;
}
