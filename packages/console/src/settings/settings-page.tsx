// The screen: settings.

import type { ReactElement } from "react";
import { Page } from "../shell/page.js";

export function SettingsPage(): ReactElement {
  return <Page title="Settings">{null}</Page>;
}
