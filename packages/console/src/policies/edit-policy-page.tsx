// The screen: edit policy.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function EditPolicyPage(): ReactElement {
  return <Page title="Edit policy">{null}</Page>;
}
