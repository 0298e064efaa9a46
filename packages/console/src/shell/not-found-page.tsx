// An address that leads to no screen.

import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { Page } from "./page.js";

export function NotFoundPage(): ReactElement {
  return (
    <Page title="There is no such page">
      <Box>
        The address leads nowhere. Go to the <ScreenLink to={paths.overview}>overview</ScreenLink>.
      </Box>
    </Page>
  );
}
