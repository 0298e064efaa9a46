// The screen: opt out.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function OptOutPage(): ReactElement {
  return <Page title="Opt out">{null}</Page>;
}
