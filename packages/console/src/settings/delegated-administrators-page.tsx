// The screen: delegated administrators.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function DelegatedAdministratorsPage(): ReactElement {
  return <Page title="Delegated administrators">{null}</Page>;
}
