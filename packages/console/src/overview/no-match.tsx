// Where no account is what the filter wants.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";

export function NoMatch({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="xs">
        <span>No account is in this state, in this OU, and has this name or id.</span>
        <Button onClick={onClear}>Clear filter</Button>
      </SpaceBetween>
    </Box>
  );
}
