// While a screen or what it shows is on its way.

import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReactElement } from "react";

export function LoadingScreen({ what = "Loading" }: { readonly what?: string }): ReactElement {
  return (
    <Box textAlign="center" padding={{ vertical: "xxl" }} color="text-body-secondary">
      <Spinner /> {what}
    </Box>
  );
}
