// The screen: create policy.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function CreatePolicyPage(): ReactElement {
  return <Page title="Create policy">{null}</Page>;
}
