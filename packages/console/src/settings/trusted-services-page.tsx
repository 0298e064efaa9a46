// The screen: trusted services.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function TrustedServicesPage(): ReactElement {
  return <Page title="Trusted services">{null}</Page>;
}
